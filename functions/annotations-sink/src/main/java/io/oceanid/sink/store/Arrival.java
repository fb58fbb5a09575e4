package io.oceanid.sink.store;

import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Something that came in and has to end in the tables. */
public sealed interface Arrival {

    /** Bytes to keep, less secrets. */
    byte[] bytes();

    /**
     * An event that could be read.
     *
     * @param origin by which way it came
     * @param time the event's own, or else when it was received
     * @param mended whether characters that PostgreSQL cannot store were replaced
     * @param digest SHA-256 of the data as received, in hexadecimal digits
     * @param data less secrets
     */
    record Event(
            EventRef ref,
            Origin origin,
            String type,
            @Nullable String subject,
            Instant time,
            boolean mended,
            String digest,
            LabelStudioEvent content,
            JsonNode data)
            implements Arrival {

        @Override
        public byte[] bytes() {
            return EventJson.write(data);
        }
    }

    /** Bytes that could not. */
    record Unreadable(String reason, @Nullable String contentType, byte[] bytes) implements Arrival {}
}
