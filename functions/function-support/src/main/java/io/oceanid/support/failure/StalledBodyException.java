package io.oceanid.support.failure;

/** A body that stopped coming: 408, to be sent again. */
public final class StalledBodyException extends RuntimeException {

    public StalledBodyException() {
        super("the rest of the body did not come in time");
    }
}
