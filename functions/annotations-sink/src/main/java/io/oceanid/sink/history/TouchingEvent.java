package io.oceanid.sink.history;

import static io.oceanid.sink.history.AnnotationHistory.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event that touched an annotation.
 *
 * @param time the event's own
 * @param receivedAt when its effects were stored
 * @param origin {@code event}, {@code webhook} or {@code reconcile}; null where that was not kept
 * @param about {@code annotation}, or {@code task} or {@code project} if it deleted that and the annotation with it
 * @param updatedAt the annotation's own in the event; null where it tells of a deletion
 * @param effect {@code set}, {@code deleted} or {@code stale}
 */
record TouchingEvent(
        String source,
        String id,
        String type,
        @Nullable Instant time,
        Instant receivedAt,
        @Nullable String origin,
        String about,
        @Nullable Instant updatedAt,
        String effect) {

    static TouchingEvent of(Readable row) {
        return new TouchingEvent(
                required(row, "source"),
                required(row, "id"),
                required(row, "type"),
                row.get("time", Instant.class),
                Objects.requireNonNull(row.get("received_at", Instant.class)),
                row.get("origin", String.class),
                required(row, "about"),
                row.get("updated_at", Instant.class),
                required(row, "effect"));
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("source", source);
        json.put("id", id);
        json.put("type", type);
        json.put("time", text(time));
        json.put("receivedAt", text(receivedAt));
        json.put("origin", origin);
        json.put("about", about);
        json.put("updatedAt", text(updatedAt));
        json.put("effect", effect);
        return json;
    }

    private static String required(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
