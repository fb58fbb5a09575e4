package io.oceanid.events.labelstudio;

import io.oceanid.events.json.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/**
 * Cuts a list so that each part, with what is sent along with it, stays within what every broker takes. The same list
 * is cut the same way every time. An item that is too large alone is a part of its own.
 */
final class Chunks {

    /** An event as a whole, its attributes included. */
    static final int MAX_EVENT_BYTES = 256 * 1024;

    /** Room for the attributes, of which only the source may be long, and for the names of the lists. */
    private static final int ATTRIBUTE_BYTES = 4 * 1024;

    private Chunks() {}

    /** @param alongside bytes that every part carries besides its items */
    static <T> List<List<T>> of(List<T> items, int alongside, ToIntFunction<T> size) {
        // what is sent along may not starve the items: a quarter is always theirs
        int room = Math.max(MAX_EVENT_BYTES - ATTRIBUTE_BYTES - alongside, MAX_EVENT_BYTES / 4);
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        int filled = 0;
        for (T item : items) {
            int bytes = size.applyAsInt(item) + 1;
            if (!part.isEmpty() && filled + bytes > room) {
                parts.add(part);
                part = new ArrayList<>();
                filled = 0;
            }
            part.add(item);
            filled += bytes;
        }
        parts.add(part);
        return parts;
    }

    static int bytes(JsonNode node) {
        return EventJson.write(node).length;
    }
}
