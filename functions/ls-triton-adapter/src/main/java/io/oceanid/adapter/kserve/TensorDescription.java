package io.oceanid.adapter.kserve;

import java.util.List;

/**
 * A tensor as a model declares it.
 *
 * @param shape with the batch dimension, where the model has one; -1 for what may vary
 */
public record TensorDescription(String name, DataType type, List<Long> shape) {

    public TensorDescription {
        shape = List.copyOf(shape);
    }

    boolean variesFirst() {
        return !shape.isEmpty() && shape.getFirst() == -1;
    }
}
