package io.oceanid.adapter.kserve;

import java.util.List;

/**
 * One inference.
 *
 * @param outputs the tensors wanted, by name
 */
public record InferRequest(String model, List<Tensor> inputs, List<String> outputs) {

    public InferRequest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
