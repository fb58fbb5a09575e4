package io.oceanid.adapter.triton;

import io.oceanid.adapter.decode.LabelNames;
import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.model.ModelException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The names of a model's tags: as they are set, or else as the model's own config has them. */
final class ModelLabels {

    /** Parameters of a model's config (config.pbtxt) that hold the names, in the forms of {@code NER_LABELS}. */
    private static final List<String> PARAMETERS = List.of("labels", "id2label");

    private ModelLabels() {}

    static List<String> of(ModelDescription model, List<String> set) {
        return Stream.concat(
                        Stream.of(set),
                        PARAMETERS.stream()
                                .map(model.parameters()::get)
                                .filter(Objects::nonNull)
                                .map(LabelNames::parse))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElseThrow(() -> new ModelException(
                        ModelException.Kind.UNUSABLE,
                        "model %s does not name its tags (parameter labels), and NER_LABELS is not set"
                                .formatted(model.name()),
                        null));
    }
}
