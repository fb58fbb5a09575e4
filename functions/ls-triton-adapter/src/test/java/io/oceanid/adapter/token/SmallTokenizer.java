package io.oceanid.adapter.token;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Tokenizers of the kinds that models have, trained on a few sentences; see the README beside them. */
public enum SmallTokenizer {
    BERT_UNCASED("bert-uncased"),
    BERT_CASED("bert-cased"),
    ROBERTA("roberta"),
    ROBERTA_PREFIX_SPACE("roberta-prefix-space"),
    GPT2("gpt2"),
    XLM_R("xlm-r"),
    LLAMA("llama");

    private static final Map<SmallTokenizer, TextTokenizer> OPEN = new ConcurrentHashMap<>();

    private final String folder;

    SmallTokenizer(String folder) {
        this.folder = folder;
    }

    public Path folder() {
        return resource(folder);
    }

    /** Open for as long as the tests run. */
    public TextTokenizer tokenizer() {
        return OPEN.computeIfAbsent(this, kind -> TextTokenizer.open(kind.folder()));
    }

    public Encoding encode(String text) {
        return tokenizer().encode(text);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(SmallTokenizer.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
