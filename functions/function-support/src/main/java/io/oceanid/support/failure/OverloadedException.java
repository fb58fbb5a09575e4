package io.oceanid.support.failure;

/** More work at once than the function takes: 429, to be tried again. */
public final class OverloadedException extends RuntimeException {

    public OverloadedException(String message) {
        super(message);
    }
}
