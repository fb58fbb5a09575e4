package io.oceanid.sink.agreement;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same spans counted both ways. */
record Scores(Score exact, Score overlap) {

    static final Scores NOTHING = new Scores(Score.NOTHING, Score.NOTHING);

    /** Of a prediction and an annotation of one task. */
    static Scores of(List<LabeledSpan> predicted, List<LabeledSpan> annotated) {
        return new Scores(
                new Score(predicted.size(), annotated.size(), Matching.exact(predicted, annotated)),
                new Score(predicted.size(), annotated.size(), Matching.overlapping(predicted, annotated)));
    }

    Scores plus(Scores other) {
        return new Scores(exact.plus(other.exact), overlap.plus(other.overlap));
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("exact", exact.toJson());
        json.set("overlap", overlap.toJson());
        return json;
    }
}
