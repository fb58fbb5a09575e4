package io.oceanid.support.failure;

/** Something asked for that is not there: 404. */
public final class UnknownResourceException extends RuntimeException {

    public UnknownResourceException(String message) {
        super(message);
    }
}
