package io.oceanid.support.failure;

import org.jspecify.annotations.Nullable;

/** Something asked for that is not there: 404. */
public final class UnknownResourceException extends RuntimeException {

    private final @Nullable String field;

    public UnknownResourceException(String message) {
        super(message);
        this.field = null;
    }

    /** @param field what named it, where that was no path */
    public UnknownResourceException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** What named it; null where the path did. */
    public @Nullable String field() {
        return field;
    }
}
