package io.oceanid.adapter.triton;

import io.oceanid.adapter.kserve.InferenceServer;
import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.model.ModelException;
import io.oceanid.adapter.token.TextTokenizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the reader that a model wants.
 *
 * @param tokenizer for a model of tokens; null where none is configured
 */
record Readers(
        InferenceServer server, @Nullable TextTokenizer tokenizer, TokenSettings settings, BatcherFactory batchers) {

    /** @throws ModelException if the model takes nothing that there is a reader for, or needs a tokenizer and has none */
    Reader of(ModelDescription model) {
        Optional<TextSignature> texts = TextSignature.of(model);
        if (texts.isPresent()) {
            return new TextReader(server, model, texts.get(), batchers);
        }
        TokenSignature tokens = TokenSignature.of(model)
                .orElseThrow(() -> unusable(model, "takes neither texts (one input of BYTES) nor tokens (input_ids)"));
        if (tokenizer == null) {
            throw unusable(model, "takes tokens, and NER_TOKENIZER, which makes them, is not set");
        }
        return new TokenReader(server, model, tokens, tokenizer, settings, batchers);
    }

    private static ModelException unusable(ModelDescription model, String why) {
        return new ModelException(ModelException.Kind.UNUSABLE, "model %s %s".formatted(model.name(), why), null);
    }
}
