package io.oceanid.adapter.serving;

import io.oceanid.adapter.decode.Aggregation;
import io.oceanid.adapter.decode.LabelNames;
import io.oceanid.adapter.decode.UnusableLabelsException;
import io.oceanid.adapter.triton.TokenSettings;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One model.
 *
 * @param version as predictions are to name it; its name if not given
 * @param tokenizer a {@code tokenizer.json}, or a folder that has one; for models that take tokens
 * @param labels the names of its tags; what the model's config says if not given
 * @param maxTokens of one window, for a model that does not say itself
 * @param overlap tokens that neighbouring windows share at the least
 * @param aggregation how the tokens of a word agree on its tag
 */
public record ModelProperties(
        @DefaultValue("") String version,
        @DefaultValue("") String tokenizer,
        @DefaultValue("") String labels,
        @DefaultValue("512") int maxTokens,
        @DefaultValue("64") int overlap,
        @DefaultValue("FIRST") Aggregation aggregation) {

    public ModelProperties {
        if (overlap < 0 || maxTokens <= overlap) {
            throw new IllegalArgumentException("overlap must be at least 0 and less than max-tokens");
        }
        names(labels);
    }

    TokenSettings tokens() {
        return new TokenSettings(names(labels), maxTokens, overlap, aggregation);
    }

    private static List<String> names(String labels) {
        try {
            return labels.isBlank() ? List.of() : LabelNames.parse(labels);
        } catch (UnusableLabelsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
