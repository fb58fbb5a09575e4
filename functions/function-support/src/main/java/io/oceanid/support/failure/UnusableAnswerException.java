package io.oceanid.support.failure;

/** A peer answered with something that cannot be used: 502. */
public final class UnusableAnswerException extends RuntimeException {

    /** @param message names the peer; the caller sees it */
    public UnusableAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
