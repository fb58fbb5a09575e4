package io.oceanid.support.failure;

import org.jspecify.annotations.Nullable;

/** A peer that does not answer as it should for now: 503, to be tried again. Nothing was acknowledged. */
public final class DependencyUnavailableException extends RuntimeException {

    /** @param message names the peer; the caller sees it */
    public DependencyUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
