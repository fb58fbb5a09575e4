package io.oceanid.sink.region;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An arrow between two regions of the same result.
 *
 * @param ordinal the item's position in the result, regions counted
 * @param fromId id of the region it starts at
 * @param toId id of the region it ends at
 * @param direction {@code left}, {@code right} or {@code bi}, as Label Studio has it
 * @param raw the item as it came
 */
public record Relation(
        int ordinal,
        @Nullable String fromId,
        @Nullable String toId,
        @Nullable String direction,
        List<String> labels,
        JsonNode raw) {

    /** The type of an item that is a relation. */
    public static final String TYPE = "relation";

    public Relation {
        labels = List.copyOf(labels);
    }

    static Relation of(int ordinal, JsonNode item) {
        List<String> labels = Lenient.strings(item.path("labels"));
        return new Relation(
                ordinal,
                Lenient.string(item.path("from_id")),
                Lenient.string(item.path("to_id")),
                Lenient.string(item.path("direction")),
                labels == null ? List.of() : labels,
                item);
    }
}
