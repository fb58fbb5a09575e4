package io.oceanid.support.failure;

/** A body larger than the function takes: 413. */
public final class PayloadTooLargeException extends RuntimeException {

    public PayloadTooLargeException(String message) {
        super(message);
    }
}
