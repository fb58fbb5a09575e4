package io.oceanid.adapter.kserve;

import org.jspecify.annotations.Nullable;

/** An inference that did not come to pass. Its message names the model, the status and what the server says. */
public final class InferenceException extends RuntimeException {

    /** Who or what is at fault, and so what to do. */
    public enum Kind {
        /** The server is away, overloaded, too slow, or not asked for now (breaker): the same may work later. */
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

    public InferenceException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
