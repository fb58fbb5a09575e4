package io.oceanid.adapter.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A {@code tokenizer.json}. */
record TokenizerFile(Path path) {

    private static final String SAMPLE = "The vessel 1";

    static TokenizerFile at(Path path) {
        return new TokenizerFile(Files.isDirectory(path) ? path.resolve("tokenizer.json") : path);
    }

    TextTokenizer open() {
        byte[] json = read();
        int padding = paddingIn(json);
        NativeTokenizer tokenizer = load(json);
        int[] bare = ids(tokenizer, false);
        int[] dressed = ids(tokenizer, true);
        return SpecialTokens.around(bare, dressed, padding)
                .map(specialTokens -> new TextTokenizer(tokenizer, specialTokens))
                .orElseThrow(() -> {
                    tokenizer.close();
                    return unusable("puts special tokens elsewhere than around a text", null);
                });
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw unusable("does not exist", e);
        } catch (IOException e) {
            throw unusable("cannot be read: " + e.getMessage(), e);
        }
    }

    private int paddingIn(byte[] json) {
        try {
            return PaddingToken.idIn(json);
        } catch (JacksonException e) {
            throw unusable("is no tokenizer.json: " + e.getOriginalMessage(), e);
        }
    }

    private NativeTokenizer load(byte[] json) {
        try {
            return NativeTokenizer.of(json);
        } catch (RuntimeException | LinkageError e) {
            throw unusable("cannot be used: " + e.getMessage(), e);
        }
    }

    private UnusableTokenizerException unusable(String problem, @Nullable Throwable cause) {
        return new UnusableTokenizerException(path, problem, cause);
    }

    private static int[] ids(NativeTokenizer tokenizer, boolean withSpecialTokens) {
        return tokenizer.encode(SAMPLE, withSpecialTokens).ids();
    }
}
