package io.oceanid.adapter.triton;

import io.oceanid.adapter.kserve.DataType;
import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.kserve.TensorDescription;
import io.oceanid.adapter.model.ModelException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a model takes tokens and gives logits: whole numbers in, by the names that Hugging Face exports models with, and
 * for each token a floating point number for each tag out.
 *
 * @param inputs of what the model declares, in its order
 */
record TokenSignature(List<TensorDescription> inputs, TensorDescription logits) {

    static final String IDS = "input_ids";
    static final String MASK = "attention_mask";
    static final String TYPES = "token_type_ids";
    static final String POSITIONS = "position_ids";

    private static final Set<String> KNOWN = Set.of(IDS, MASK, TYPES, POSITIONS);
    private static final Set<DataType> WHOLE = Set.of(DataType.INT32, DataType.INT64);
    private static final Set<DataType> FLOATING = Set.of(DataType.FP16, DataType.BF16, DataType.FP32, DataType.FP64);

    /**
     * The signature of a model that takes tokens; empty for one that takes anything else.
     *
     * @throws ModelException if it takes tokens, and something else beside them or gives no logits
     */
    static Optional<TokenSignature> of(ModelDescription model) {
        if (model.inputs().stream().noneMatch(input -> input.name().equals(IDS))) {
            return Optional.empty();
        }
        for (TensorDescription input : model.inputs()) {
            if (!KNOWN.contains(input.name()) || !WHOLE.contains(input.type())) {
                throw unusable(model, "it takes " + input.name() + " (" + input.type() + "), which is not known here");
            }
        }
        return Optional.of(new TokenSignature(model.inputs(), logits(model)));
    }

    /** The number of tokens that the model takes, no more and no fewer; empty if that may vary. */
    Optional<Integer> fixedLength() {
        long length = inputs.getFirst().shape().getLast();
        return length < 0 ? Optional.empty() : Optional.of(Math.toIntExact(length));
    }

    private static TensorDescription logits(ModelDescription model) {
        return model.outputs().stream()
                .filter(output ->
                        FLOATING.contains(output.type()) && output.shape().size() >= 2)
                .min(Comparator.comparing(output -> !output.name().equals("logits")))
                .orElseThrow(() -> unusable(model, "it gives no logits"));
    }

    private static ModelException unusable(ModelDescription model, String why) {
        return new ModelException(
                ModelException.Kind.UNUSABLE, "model %s cannot be used: %s".formatted(model.name(), why), null);
    }
}
