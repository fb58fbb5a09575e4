package io.oceanid.sink.quarantine;

import io.oceanid.sink.database.PostgresError;
import io.oceanid.sink.store.QuarantineStore;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What waits in quarantine, a page at a time, less the bytes. */
final class QuarantineList {

    private final QuarantineStore store;

    QuarantineList(QuarantineStore store) {
        this.store = store;
    }

    /** {@code waiting}, in the order of arrival, and {@code next}: after which id to go on; null at the end. */
    Mono<ObjectNode> page(long after, int limit) {
        return store.list(after, limit + 1, QuarantineList::item)
                .collectList()
                .map(items -> page(items, limit))
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable);
    }

    private static ObjectNode page(List<ObjectNode> items, int limit) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode waiting = page.putArray("waiting");
        items.stream().limit(limit).forEach(waiting::add);
        if (items.size() > limit) {
            page.set("next", items.get(limit - 1).path("id"));
        } else {
            page.putNull("next");
        }
        return page;
    }

    private static ObjectNode item(Readable row) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", row.get("id", Long.class));
        item.put("receivedAt", time(row, "received_at"));
        item.put("reason", row.get("reason", String.class));
        item.put("source", row.get("event_source", String.class));
        item.put("eventId", row.get("event_id", String.class));
        item.put("type", row.get("event_type", String.class));
        item.put("errorDestination", row.get("error_dest", String.class));
        item.put("errorCode", row.get("error_code", String.class));
        item.put("tries", row.get("tries", Integer.class));
        item.put("triedAt", time(row, "tried_at"));
        return item;
    }

    private static @Nullable String time(Readable row, String column) {
        Instant time = row.get(column, Instant.class);
        return time == null ? null : time.toString();
    }
}
