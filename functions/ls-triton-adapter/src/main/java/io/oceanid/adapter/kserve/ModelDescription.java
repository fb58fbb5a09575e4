package io.oceanid.adapter.kserve;

import java.util.List;
import java.util.Map;

/**
 * What a server says of a model: its metadata, and of its config what matters here.
 *
 * @param maxBatchSize how many items one request may hold; 0 for a model without batch dimension (Triton's config). A
 *     server other than Triton gives no config: where every tensor's first dimension may vary this is 1, since one item
 *     is right whatever the server's limit, else 0
 * @param parameters the free parameters of Triton's config, as far as they are texts
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

    /** Of a server that says nothing but a model's metadata. */
    static ModelDescription ofMetadata(String name, List<TensorDescription> inputs, List<TensorDescription> outputs) {
        boolean batched = !inputs.isEmpty()
                && inputs.stream().allMatch(TensorDescription::variesFirst)
                && outputs.stream().allMatch(TensorDescription::variesFirst);
        return new ModelDescription(name, inputs, outputs, batched ? 1 : 0, Map.of());
    }

    ModelDescription with(int maxBatchSize, Map<String, String> parameters) {
        return new ModelDescription(name, inputs, outputs, maxBatchSize, parameters);
    }
}
