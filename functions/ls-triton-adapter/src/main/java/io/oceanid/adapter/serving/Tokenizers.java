package io.oceanid.adapter.serving;

import io.oceanid.adapter.token.TextTokenizer;
import io.oceanid.adapter.token.UnusableTokenizerException;
import io.oceanid.support.settings.UnusableSettingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokenizers that are configured, each opened once. To be closed when nobody asks for tokens any more. */
final class Tokenizers implements AutoCloseable {

    private final Map<Path, TextTokenizer> opened = new HashMap<>();

    /**
     * The tokenizer of a model; null where none is set.
     *
     * @throws UnusableSettingException if there is no such file, or no tokenizer in it
     */
    @Nullable
    TextTokenizer of(ModelProperties model) {
        return model.tokenizer().isBlank()
                ? null
                : opened.computeIfAbsent(Path.of(model.tokenizer().strip()), Tokenizers::open);
    }

    private static TextTokenizer open(Path path) {
        try {
            return TextTokenizer.open(path);
        } catch (UnusableTokenizerException e) {
            throw new UnusableSettingException("NER_TOKENIZER leads to nothing usable: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        opened.values().forEach(TextTokenizer::close);
    }
}
