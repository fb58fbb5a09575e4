package io.oceanid.adapter.token;

import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Cuts texts into the tokens of a model, with the tokenizer that the model was trained with: a {@code tokenizer.json} of
 * Hugging Face's. Asks nothing of any network. Whether the file truncates or pads does not matter: neither is done.
 *
 * <p>Thread-safe. To be closed, since it holds memory outside the heap; encoding that is under way is let finish.
 */
public final class TextTokenizer implements AutoCloseable {

    private final NativeTokenizer tokenizer;
    private final SpecialTokens specialTokens;

    /** The library frees what it holds at once, even under the hands of who uses it. */
    private final ReadWriteLock closing = new ReentrantReadWriteLock();

    TextTokenizer(NativeTokenizer tokenizer, SpecialTokens specialTokens) {
        this.tokenizer = tokenizer;
        this.specialTokens = specialTokens;
    }

    /**
     * Opens a tokenizer.
     *
     * @param path of the file, or of a folder that has a {@code tokenizer.json}
     * @throws UnusableTokenizerException if there is none, or none that can be used
     */
    public static TextTokenizer open(Path path) {
        return TokenizerFile.at(path).open();
    }

    /** What the model wants beside the tokens of a text. */
    public SpecialTokens specialTokens() {
        return specialTokens;
    }

    /**
     * Cuts a text of any length, in time that grows with it. Surrogates without their other half, and U+0000, are U+FFFD
     * to the tokenizer.
     *
     * @throws IllegalStateException if this is closed
     */
    public Encoding encode(String text) {
        Lock open = closing.readLock();
        open.lock();
        try {
            var encodable = EncodableText.of(text, this::isDropped);
            return encodable.inText(Alignment.of(tokens(encodable.toString()), encodable.points()));
        } finally {
            open.unlock();
        }
    }

    /** Frees the memory; closing again does nothing. */
    @Override
    public void close() {
        Lock alone = closing.writeLock();
        alone.lock();
        try {
            tokenizer.close();
        } finally {
            alone.unlock();
        }
    }

    private boolean isDropped(int point) {
        return tokens(Character.toString(point)).ids().length == 0;
    }

    private Tokens tokens(String text) {
        return tokenizer.encode(text, false);
    }
}
