package io.oceanid.adapter.kserve;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An inference that did not come to pass. Its message is one line and names the model, the status and what the server
 * says; it never holds a secret.
 */
public final class InferenceException extends RuntimeException {

    /** Who or what is at fault, and so what to do. */
    public enum Kind {
        /** The server is away, overloaded, too slow, denies access, or is not asked for now (breaker): the same may work later. */
        UNAVAILABLE,
        /** The server has no such model, or it is not loaded. */
        UNKNOWN_MODEL,
        /** The server refuses the request: shape, type, name, size. */
        REFUSED,
        /** The model itself failed on these inputs. */
        MODEL_FAILED,
        /** An answer that is none: not KServe's, cut off, of another shape than it says. */
        UNUSABLE_ANSWER
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    public InferenceException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, cause, null);
    }

    InferenceException(Kind kind, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the server asks to be left alone. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
