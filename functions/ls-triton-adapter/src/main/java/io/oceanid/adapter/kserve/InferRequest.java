package io.oceanid.adapter.kserve;

import java.util.List;

/**
 * One inference.
 *
 * @param model its name, or {@code name/version}
 * @param outputs the tensors wanted, by name; none for all that the model has
 */
public record InferRequest(String model, List<Tensor> inputs, List<String> outputs) {

    public InferRequest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
