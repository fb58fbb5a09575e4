package io.oceanid.adapter.token;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.nio.charset.StandardCharsets;

/**
 * A tokenizer of Hugging Face's own library, which is native. DJL's tokenizer is not used: it asks for all that the library
 * knows of a token, has it copied for each text, and brings a zoo of models along.
 *
 * <p>Encodes on many threads at a time, and is to be closed by one that has it alone.
 */
final class NativeTokenizer implements AutoCloseable {

    private static final long CLOSED = 0;

    private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;

    static {
        // else the loader of the library looks for graphics cards
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
    }

    private long handle;

    private NativeTokenizer(long handle) {
        this.handle = handle;
    }

    /**
     * A tokenizer that neither truncates nor pads, whatever it is told to do.
     *
     * @param json a {@code tokenizer.json}
     * @throws RuntimeException as the library says it, if there is no tokenizer in it
     * @throws LinkageError if the library cannot be loaded
     */
    static NativeTokenizer of(byte[] json) {
        LibUtils.checkStatus();
        long handle = LIBRARY.createTokenizerFromString(new String(json, StandardCharsets.UTF_8));
        LIBRARY.disableTruncation(handle);
        LIBRARY.disablePadding(handle);
        return new NativeTokenizer(handle);
    }

    /**
     * Cuts a text.
     *
     * @throws IllegalStateException if this is closed
     */
    Tokens encode(String text, boolean withSpecialTokens) {
        if (handle == CLOSED) {
            throw new IllegalStateException("the tokenizer is closed");
        }
        long encoding = LIBRARY.encode(handle, text, withSpecialTokens);
        try {
            return new Tokens(
                    ints(LIBRARY.getTokenIds(encoding)),
                    LIBRARY.getTokens(encoding),
                    LIBRARY.getWordIds(encoding),
                    LIBRARY.getTokenCharSpans(encoding));
        } finally {
            LIBRARY.deleteEncoding(encoding);
        }
    }

    /** Frees the memory; closing again does nothing. */
    @Override
    public void close() {
        if (handle != CLOSED) {
            LIBRARY.deleteTokenizer(handle);
            handle = CLOSED;
        }
    }

    private static int[] ints(long[] longs) {
        int[] ints = new int[longs.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = Math.toIntExact(longs[i]);
        }
        return ints;
    }
}
