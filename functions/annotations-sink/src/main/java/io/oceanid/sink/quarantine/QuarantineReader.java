package io.oceanid.sink.quarantine;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.InvalidEventException;
import io.oceanid.events.labelstudio.LabelStudioEvent.Unknown;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.sink.intake.ArrivalReader;
import io.oceanid.sink.store.Arrival;
import io.oceanid.sink.store.Origin;
import io.oceanid.sink.store.Quarantined;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From what waits in quarantine to the events that it is, read as if they came now. */
final class QuarantineReader {

    private final WebhookTranslator translator;

    /** @param translator of raw webhooks */
    QuarantineReader(WebhookTranslator translator) {
        this.translator = translator;
    }

    /**
     * Reads one.
     *
     * @throws StillUnreadableException if it still cannot be read, or tells of nothing that is known
     */
    List<Arrival.Event> read(Quarantined waiting) {
        try {
            if (waiting.type() == null) {
                return translate(translator, waiting.bytes(), Origin.WEBHOOK, waiting.time());
            }
            return known(ArrivalReader.read(event(waiting), waiting.origin(), waiting.time()));
        } catch (InvalidEventException e) {
            throw new StillUnreadableException(e.problem(), e);
        } catch (StillUnreadableException e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever is wrong with it, it may not stand in the way of those behind it
            throw new StillUnreadableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static CloudEvent event(Quarantined waiting) {
        if (Quarantined.CLOUD_EVENT.equals(waiting.contentType())) {
            return CloudEventCodec.decode(Map.of("content-type", Quarantined.CLOUD_EVENT), waiting.bytes())
                    .getFirst();
        }
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withSource(URI.create(Objects.requireNonNull(waiting.source())))
                .withId(Objects.requireNonNull(waiting.eventId()))
                .withType(Objects.requireNonNull(waiting.type()))
                .withTime(waiting.time().atOffset(ZoneOffset.UTC))
                .withData("application/json", waiting.bytes());
        return waiting.subject() == null
                ? event.build()
                : event.withSubject(waiting.subject()).build();
    }

    /** What nobody knew is translated anew: the webhook is whole in the event. */
    private static List<Arrival.Event> known(Arrival.Event event) {
        if (event.content() instanceof Unknown unknown) {
            WebhookTranslator anew =
                    new WebhookTranslator(URI.create(event.ref().source()));
            return translate(anew, EventJson.write(unknown.body()), event.origin(), event.time());
        }
        return List.of(event);
    }

    private static List<Arrival.Event> translate(
            WebhookTranslator translator, byte[] webhook, Origin origin, Instant receivedAt) {
        return translator.translate(webhook, receivedAt).stream()
                .map(event -> {
                    Arrival.Event read = ArrivalReader.read(event, origin, receivedAt);
                    if (read.content() instanceof Unknown unknown) {
                        throw new StillUnreadableException(unknown.reason(), null);
                    }
                    return read;
                })
                .toList();
    }

    /** What cannot be run again yet, and why. */
    static final class StillUnreadableException extends RuntimeException {

        StillUnreadableException(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}
