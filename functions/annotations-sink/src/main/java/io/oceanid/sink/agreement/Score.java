package io.oceanid.sink.agreement;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How many spans were predicted, annotated, and both. */
record Score(long predicted, long annotated, long matched) {

    static final Score NOTHING = new Score(0, 0, 0);

    Score plus(Score other) {
        return new Score(predicted + other.predicted, annotated + other.annotated, matched + other.matched);
    }

    /** How much of what was predicted is right; null if nothing was. */
    @Nullable
    Double precision() {
        return ratio(matched, predicted);
    }

    /** How much of what is right was predicted; null if nothing is. */
    @Nullable
    Double recall() {
        return ratio(matched, annotated);
    }

    /** The harmonic mean of both, counted as Dice does, so that there is one if one side is empty; null if both are. */
    @Nullable
    Double f1() {
        return ratio(2 * matched, predicted + annotated);
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("predicted", predicted)
                .put("annotated", annotated)
                .put("matched", matched)
                .put("precision", precision())
                .put("recall", recall())
                .put("f1", f1());
    }

    private static @Nullable Double ratio(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
