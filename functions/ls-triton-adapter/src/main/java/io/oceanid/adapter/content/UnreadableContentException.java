package io.oceanid.adapter.content;

/** A document that came, and is of no use. */
public final class UnreadableContentException extends RuntimeException {

    UnreadableContentException(String message) {
        super(message);
    }
}
