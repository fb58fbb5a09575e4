package io.oceanid.sink.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What waits in quarantine, with its bytes.
 *
 * @param origin by which way it came
 * @param source of the event; null, as are its id and type, where no event could be read
 * @param time the event's own, or else when it was received
 * @param contentType {@link #CLOUD_EVENT} if the bytes are a whole event and not its data alone
 */
@SuppressWarnings("ArrayRecordComponent") // is read once, never compared
public record Quarantined(
        long id,
        Origin origin,
        @Nullable String source,
        @Nullable String eventId,
        @Nullable String type,
        @Nullable String subject,
        Instant time,
        @Nullable String contentType,
        byte[] bytes) {

    /** An event in structured mode. */
    public static final String CLOUD_EVENT = "application/cloudevents+json";

    static final String COLUMNS = "id, origin, event_source, event_id, event_type, event_subject,"
            + " coalesce(event_time, received_at) as time, content_type, bytes";

    static Quarantined of(Readable row) {
        return new Quarantined(
                Objects.requireNonNull(row.get("id", Long.class)),
                origin(row.get("origin", String.class)),
                row.get("event_source", String.class),
                row.get("event_id", String.class),
                row.get("event_type", String.class),
                row.get("event_subject", String.class),
                Objects.requireNonNull(row.get("time", Instant.class)),
                row.get("content_type", String.class),
                Objects.requireNonNull(row.get("bytes", byte[].class)));
    }

    /** Only webhooks are kept without being read. */
    private static Origin origin(@Nullable String column) {
        return column == null ? Origin.WEBHOOK : Origin.valueOf(column.toUpperCase(Locale.ROOT));
    }
}
