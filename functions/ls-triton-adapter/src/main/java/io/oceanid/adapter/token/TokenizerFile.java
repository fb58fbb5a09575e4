package io.oceanid.adapter.token;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A {@code tokenizer.json}. */
record TokenizerFile(Path path) {

    private static final Map<String, String> OPTIONS =
            Map.of("addSpecialTokens", "false", "truncation", "do_not_truncate", "padding", "do_not_pad");

    private static final String SAMPLE = "The vessel 1";

    static {
        // else the library asks which cloud it is in, reports there, and looks for graphics cards
        setUnlessSet("ai.djl.offline");
        setUnlessSet("OPT_OUT_TRACKING");
    }

    static TokenizerFile at(Path path) {
        return new TokenizerFile(Files.isDirectory(path) ? path.resolve("tokenizer.json") : path);
    }

    TextTokenizer open() {
        byte[] json = read();
        int padding = paddingIn(json);
        HuggingFaceTokenizer tokenizer = load(json);
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

    private HuggingFaceTokenizer load(byte[] json) {
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw unusable("cannot be used: " + e.getMessage(), e);
        }
    }

    private UnusableTokenizerException unusable(String problem, @Nullable Throwable cause) {
        return new UnusableTokenizerException(path, problem, cause);
    }

    private static int[] ids(HuggingFaceTokenizer tokenizer, boolean withSpecialTokens) {
        return Alignment.ints(tokenizer.encode(SAMPLE, withSpecialTokens, false).getIds());
    }

    private static void setUnlessSet(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }
}
