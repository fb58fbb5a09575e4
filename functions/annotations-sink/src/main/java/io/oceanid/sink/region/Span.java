package io.oceanid.sink.region;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A stretch of plain text, in code points, end exclusive. Its bounds are as they came: nothing says that they lie within a
 * text or follow each other.
 */
record Span(int start, int end) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    /** The span of a region on a plain text; null if it has none. */
    static @Nullable Span of(JsonNode value, ObjectTag tag) {
        if (isAnchored(value) || !(tag.isUnknown() || tag.isText())) {
            return null;
        }
        Integer start = position(value.path("start"));
        Integer end = position(value.path("end"));
        return start == null || end == null ? null : new Span(start, end);
    }

    /** Whether start and end name elements of a page or paragraphs of a dialogue, with the offsets beside them. */
    static boolean isAnchored(JsonNode value) {
        return value.has("startOffset") || value.has("endOffset");
    }

    private static @Nullable Integer position(JsonNode node) {
        String digits = Lenient.string(node);
        if (digits == null) {
            return Lenient.integer(node);
        }
        return DIGITS.matcher(digits).matches() ? Integer.valueOf(digits) : null;
    }
}
