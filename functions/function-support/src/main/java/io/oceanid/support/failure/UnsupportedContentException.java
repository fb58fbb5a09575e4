package io.oceanid.support.failure;

/** A body in a form that the function does not read: 415. */
public final class UnsupportedContentException extends RuntimeException {

    private final String field;

    public UnsupportedContentException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The header at fault. */
    public String field() {
        return field;
    }
}
