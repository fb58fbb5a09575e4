package io.oceanid.labelstudio;

import org.jspecify.annotations.Nullable;

/** A call that Label Studio did not answer as hoped. Its message names the call, the status and Label Studio's reason. */
public final class LabelStudioException extends RuntimeException {

    private final int status;

    LabelStudioException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The status that was answered; 0 if there was no answer. */
    public int status() {
        return status;
    }

    /** Whether the same call may well succeed later: Label Studio is away, overloaded or too slow. */
    public boolean isTemporary() {
        return switch (status) {
            case 0, 408, 429, 502, 503, 504 -> true;
            default -> false;
        };
    }
}
