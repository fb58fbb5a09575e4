package io.oceanid.support.failure;

/** A request that cannot be followed while another one is: 409. */
public final class ConflictException extends RuntimeException {

    public ConflictException(String message) {
        super(message);
    }
}
