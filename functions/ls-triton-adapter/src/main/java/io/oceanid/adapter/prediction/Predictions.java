package io.oceanid.adapter.prediction;

import java.util.List;

/**
 * The predictions of one call.
 *
 * @param modelVersion of the model that was asked, also where there is no prediction to say it
 * @param all one for each task, in their order
 */
public record Predictions(String modelVersion, List<Prediction> all) {

    public Predictions {
        all = List.copyOf(all);
    }
}
