package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.LabelStudioEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that came in and has to end in the tables. */
public sealed interface Arrival {

    /** Bytes to keep, less secrets. */
    byte[] bytes();

    /**
     * An event that could be read.
     *
     * @param time the event's own, or else when it was received
     * @param mended whether characters that PostgreSQL cannot store were replaced
     * @param bytes the data
     */
    record Event(
            EventRef ref,
            String type,
            @Nullable String subject,
            Instant time,
            boolean mended,
            LabelStudioEvent content,
            byte[] bytes)
            implements Arrival {}

    /** Bytes that could not. */
    record Unreadable(String reason, @Nullable String contentType, byte[] bytes) implements Arrival {}
}
