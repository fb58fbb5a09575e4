package io.oceanid.rows;

/** A source that cannot be read, or no further: the fault of whoever gave it. The message is for them. */
public final class UnreadableSourceException extends RuntimeException {

    public UnreadableSourceException(String message) {
        super(message);
    }
}
