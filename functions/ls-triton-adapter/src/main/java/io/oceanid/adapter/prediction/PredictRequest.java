package io.oceanid.adapter.prediction;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is to be predicted.
 *
 * @param labelConfig of the project, XML
 * @param drawn the regions that an annotator has drawn already; empty where nobody is at work
 */
public record PredictRequest(List<PredictTask> tasks, String labelConfig, List<JsonNode> drawn, Wish wish) {

    public PredictRequest {
        tasks = List.copyOf(tasks);
        drawn = List.copyOf(drawn);
    }

    /** The same with another wish. */
    public PredictRequest withWish(Wish other) {
        return new PredictRequest(tasks, labelConfig, drawn, other);
    }
}
