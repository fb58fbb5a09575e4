package io.oceanid.adapter.triton;

import io.oceanid.adapter.kserve.DataType;
import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.kserve.TensorDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a model takes texts and gives entities: one input of BYTES, and an output of BYTES with JSON.
 *
 * @param score an output with one number a text, which stands in for scores that entities lack; null if there is none
 */
record TextSignature(
        TensorDescription text,
        TensorDescription entities,
        @Nullable TensorDescription score) {

    /** The signature of a model that takes texts; empty for one that takes anything else. */
    static Optional<TextSignature> of(ModelDescription model) {
        if (model.inputs().size() != 1 || model.inputs().getFirst().type() != DataType.BYTES) {
            return Optional.empty();
        }
        return outputs(model, DataType.BYTES).stream()
                .min(Comparator.comparing(output -> !output.name().contains("entit")))
                .map(entities -> new TextSignature(
                        model.inputs().getFirst(),
                        entities,
                        outputs(model, DataType.FP32).stream().findFirst().orElse(null)));
    }

    List<String> outputNames() {
        return score == null ? List.of(entities.name()) : List.of(entities.name(), score.name());
    }

    /** The shape of so many texts. A dimension that may vary beside that of the batch is 1: a text is one element. */
    List<Long> shapeOf(int texts, ModelDescription model) {
        List<Long> declared = text.shape();
        if (model.maxBatchSize() == 0 && declared.size() == 1) {
            return List.of((long) texts);
        }
        return java.util.stream.IntStream.range(0, declared.size())
                .mapToObj(i -> i == 0 ? (long) texts : 1L)
                .toList();
    }

    private static List<TensorDescription> outputs(ModelDescription model, DataType type) {
        return model.outputs().stream().filter(output -> output.type() == type).toList();
    }
}
