package io.oceanid.sink.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.Secrets;
import io.oceanid.sink.store.Arrival;
import io.oceanid.sink.store.EventRef;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** From an event with the attributes that Knative gives to dead letters to what is kept of it: all, less secrets. */
final class DeadLetterReader {

    private static final String DESTINATION = "knativeerrordest";

    private DeadLetterReader() {}

    static Arrival.DeadLetter read(CloudEvent letter) {
        CloudEvent event = lessQuery(letter);
        String destination = attribute(event, DESTINATION);
        String answer = attribute(event, "knativeerrordata");
        return new Arrival.DeadLetter(
                new EventRef(Unstorable.replaceIn(event.getSource().toString()), Unstorable.replaceIn(event.getId())),
                Unstorable.replaceIn(event.getType()),
                event.getSubject() == null ? null : Unstorable.replaceIn(event.getSubject()),
                event.getTime() == null ? null : event.getTime().toInstant().truncatedTo(ChronoUnit.MICROS),
                destination == null ? "" : destination,
                attribute(event, "knativeerrorcode"),
                answer == null ? null : new String(Secrets.redact(answer.getBytes(UTF_8)), UTF_8),
                CloudEventCodec.encodeStructured(lessSecrets(event)).body());
    }

    private static @Nullable String attribute(CloudEvent event, String name) {
        Object value = event.getExtension(name);
        return value == null ? null : Unstorable.replaceIn(value.toString());
    }

    /** A Trigger's secret stands in the query of its subscriber's URI, and so in what the broker calls the destination. */
    private static CloudEvent lessQuery(CloudEvent event) {
        Object destination = event.getExtension(DESTINATION);
        return destination == null
                ? event
                : CloudEventBuilder.v1(event)
                        .withExtension(DESTINATION, destination.toString().replaceFirst("\\?.*", ""))
                        .build();
    }

    private static CloudEvent lessSecrets(CloudEvent event) {
        CloudEventData data = event.getData();
        return data == null
                ? event
                : CloudEventBuilder.v1(event)
                        .withData(lessSecrets(data.toBytes()))
                        .build();
    }

    private static byte[] lessSecrets(byte[] data) {
        try {
            JsonNode node = EventJson.read(data);
            JsonNode stripped = node.deepCopy();
            Secrets.strip(stripped);
            // byte for byte as it came, if it may be
            return stripped.equals(node) ? data : EventJson.write(stripped);
        } catch (JacksonException _) {
            return Secrets.redact(data);
        }
    }
}
