package io.oceanid.adapter.kserve;

import java.util.List;
import java.util.Map;

/**
 * What a server says of a model: its metadata, and of its config what matters here.
 *
 * @param maxBatchSize how many items one request may hold; 0 for a model without batch dimension (Triton's config)
 * @param parameters the free parameters of Triton's config
 */
public record ModelDescription(
        String name,
        List<TensorDescription> inputs,
        List<TensorDescription> outputs,
        int maxBatchSize,
        Map<String, String> parameters) {

    public ModelDescription {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        parameters = Map.copyOf(parameters);
    }
}
