package io.oceanid.sink.intake;

import io.cloudevents.CloudEvent;
import io.oceanid.events.labelstudio.InvalidEventException;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.sink.store.Arrival;
import io.oceanid.sink.store.Digest;
import io.oceanid.sink.store.EventRef;
import io.oceanid.sink.store.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From a CloudEvent to what is stored of it. */
public final class ArrivalReader {

    private ArrivalReader() {}

    /**
     * Reads an event.
     *
     * @param receivedAt stands for the event's time where it has none
     * @throws InvalidEventException if the event is none of the catalogue or does not fit its schema
     */
    @SuppressWarnings("ReferenceEquality") // the same tree means that nothing was replaced
    public static Arrival.Event read(CloudEvent event, Origin origin, Instant receivedAt) {
        JsonNode data = LabelStudioEvent.dataOf(event);
        JsonNode storable = Unstorable.replaceIn(data);
        Instant time = event.getTime() == null ? receivedAt : event.getTime().toInstant();
        return new Arrival.Event(
                new EventRef(Unstorable.replaceIn(event.getSource().toString()), Unstorable.replaceIn(event.getId())),
                origin,
                event.getType(),
                subject(event),
                time.truncatedTo(ChronoUnit.MICROS),
                storable != data,
                Digest.hex(Objects.requireNonNull(event.getData()).toBytes()),
                LabelStudioEvent.read(event.getType(), storable),
                storable);
    }

    private static @Nullable String subject(CloudEvent event) {
        String subject = event.getSubject();
        return subject == null ? null : Unstorable.replaceIn(subject);
    }
}
