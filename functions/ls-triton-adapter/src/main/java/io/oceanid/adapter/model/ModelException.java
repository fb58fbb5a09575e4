package io.oceanid.adapter.model;

import org.jspecify.annotations.Nullable;

/** A model that could not be asked, or not be understood. Its message names the model. */
public final class ModelException extends RuntimeException {

    /** What to make of it. */
    public enum Kind {
        /** It does not answer for now; the same may work later. */
        UNAVAILABLE,
        /** There is no such model. */
        UNKNOWN,
        /** It does not answer as it should, or failed on what it was asked; later it will do the same. */
        UNUSABLE
    }

    private final Kind kind;

    public ModelException(Kind kind, @Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
