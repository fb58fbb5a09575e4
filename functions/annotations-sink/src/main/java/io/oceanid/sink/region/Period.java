package io.oceanid.sink.region;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A stretch of time. An end that is given as a formatted date, or in video frames, is null. */
record Period(@Nullable Double start, @Nullable Double end) {

    /** The period of a region on something that has time; null if it is on something else. */
    static @Nullable Period of(JsonNode item, ObjectTag tag) {
        JsonNode value = item.path("value");
        JsonNode keyframes = value.path("sequence");
        if (keyframes.isArray()) {
            return between(
                    keyframes.path(0).path("time"),
                    keyframes.path(keyframes.size() - 1).path("time"));
        }
        boolean timed = tag.isUnknown() ? looksTimed(item, value) : tag.isTimed();
        return timed ? between(value.path("start"), value.path("end")) : null;
    }

    private static Period between(JsonNode start, JsonNode end) {
        return new Period(Lenient.number(start), Lenient.number(end));
    }

    private static boolean looksTimed(JsonNode item, JsonNode value) {
        if (Span.isAnchored(value)) {
            return false;
        }
        return value.has("channel")
                || value.has("instant")
                || item.has("original_length")
                || isFraction(value.path("start"))
                || isFraction(value.path("end"));
    }

    private static boolean isFraction(JsonNode node) {
        return node.isNumber() && !node.canConvertToExactIntegral();
    }
}
