package io.oceanid.adapter.prediction;

import java.util.Map;

/**
 * What of a model's findings is answered.
 *
 * @param threshold least score, from 0 to 1, for callers that wish no other
 * @param labelNames model label → label of the label config, where the two differ
 */
public record PredictionSettings(double threshold, Map<String, String> labelNames) {

    public PredictionSettings {
        labelNames = Map.copyOf(labelNames);
    }
}
