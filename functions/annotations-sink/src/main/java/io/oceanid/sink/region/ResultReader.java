package io.oceanid.sink.region;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns the {@code result} of an annotation or a prediction into rows.
 *
 * <p>Label Studio stores a result unchecked, so an item may be anything: what cannot be read stays in the row's
 * {@code raw}, and no JSON makes this fail.
 */
public final class ResultReader {

    private ResultReader() {}

    /** Reads every item of a result; one that is absent, or no array, has none. */
    public static Result read(@Nullable JsonNode result, TaskText text) {
        var regions = new ArrayList<Region>();
        var relations = new ArrayList<Relation>();
        if (result != null && result.isArray()) {
            int ordinal = 0;
            for (JsonNode item : result.values()) {
                if (Relation.TYPE.equals(Lenient.string(item.path("type")))) {
                    relations.add(Relation.of(ordinal, item));
                } else {
                    regions.add(region(ordinal, item, text));
                }
                ordinal++;
            }
        }
        return new Result(regions, relations);
    }

    private static Region region(int ordinal, JsonNode item, TaskText text) {
        JsonNode value = item.path("value");
        String type = type(item);
        String toName = Lenient.string(item.path("to_name"));
        ObjectTag tag = text.tag(toName);
        Period period = Period.of(item, tag);
        Span span = period == null ? Span.of(value, tag) : null;
        return new Region(
                ordinal,
                Lenient.string(item.path("id")),
                Lenient.string(item.path("from_name")),
                toName,
                type,
                Labels.of(type, value),
                span == null ? null : span.start(),
                span == null ? null : span.end(),
                text(value.path("text")),
                span == null ? null : tag.disagrees(span, quoted(type, value)),
                Box.around(item),
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                Lenient.number(item.path("score")),
                Lenient.string(item.path("origin")),
                Lenient.string(item.path("parentID")),
                Lenient.integer(item.path("item_index")),
                item);
    }

    private static String type(JsonNode item) {
        String type = Lenient.string(item.path("type"));
        return type == null || type.isEmpty() ? Region.UNKNOWN_TYPE : type;
    }

    private static @Nullable String text(JsonNode text) {
        List<String> lines = Lenient.strings(text);
        if (lines == null) {
            return Lenient.string(text);
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /** The text under a span. A text area given to it writes the annotator's own text in the same place. */
    private static @Nullable String quoted(String type, JsonNode value) {
        return type.equals("textarea") ? null : Lenient.string(value.path("text"));
    }
}
