package io.oceanid.sink.history;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The prediction that an annotation was made from.
 *
 * @param modelVersion null where the prediction itself was never seen, or names none
 * @param score null likewise
 */
record SourcePrediction(
        long id, @Nullable String modelVersion, @Nullable Double score) {

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("modelVersion", modelVersion);
        json.put("score", score);
        return json;
    }
}
