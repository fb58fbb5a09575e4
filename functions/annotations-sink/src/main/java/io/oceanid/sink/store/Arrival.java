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

    /**
     * An event that somebody did not take: a dead letter of Knative's, which is kept to be run again.
     *
     * @param time the event's own, if it has one
     * @param destination who did not take it
     * @param code the status that was answered
     * @param answer what else was answered
     * @param bytes the whole event in structured mode
     */
    record DeadLetter(
            EventRef ref,
            String type,
            @Nullable String subject,
            @Nullable Instant time,
            String destination,
            @Nullable String code,
            @Nullable String answer,
            byte[] bytes)
            implements Arrival {

        String reason() {
            return (destination.isEmpty() ? "somebody" : destination) + " did not take it"
                    + (code == null ? "" : " and answered " + code);
        }
    }

    /** Bytes that could not. */
    record Unreadable(String reason, @Nullable String contentType, byte[] bytes) implements Arrival {}
}
