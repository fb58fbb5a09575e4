package io.oceanid.adapter.prediction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is predicted for one task.
 *
 * @param regions Label Studio's result items
 * @param score from 0 to 1: the mean of the regions'; 0 without any
 * @param modelVersion of the model that was asked
 * @param failure why there are no regions; null where the task was read
 */
public record Prediction(
        List<ObjectNode> regions,
        double score,
        String modelVersion,
        @Nullable Throwable failure) {

    public Prediction {
        regions = List.copyOf(regions);
    }

    static Prediction of(List<ObjectNode> regions, String modelVersion) {
        double score = regions.stream()
                .mapToDouble(region -> region.path("score").asDouble())
                .average()
                .orElse(0);
        return new Prediction(regions, score, modelVersion, null);
    }

    static Prediction failed(Throwable failure, String modelVersion) {
        return new Prediction(List.of(), 0, modelVersion, failure);
    }

    /** As Label Studio takes it, in an answer or an import. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("result").addAll(regions);
        json.put("score", score);
        json.put("model_version", modelVersion);
        return json;
    }
}
