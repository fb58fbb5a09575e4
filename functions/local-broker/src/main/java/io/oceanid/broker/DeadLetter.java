package io.oceanid.broker;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.broker.Outcome.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Marks an event that nobody took, as Knative does: where it was to go, what was answered, and with which words. */
final class DeadLetter {

    private DeadLetter() {}

    static CloudEvent of(CloudEvent event, URI destination, Refused refusal) {
        return CloudEventBuilder.v1(event)
                .withExtension("knativeerrordest", destination.toString())
                .withExtension("knativeerrorcode", String.valueOf(refusal.code()))
                // attributes are one line of plain text, which answers need not be
                .withExtension(
                        "knativeerrordata",
                        Base64.getEncoder().encodeToString(refusal.data().getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
