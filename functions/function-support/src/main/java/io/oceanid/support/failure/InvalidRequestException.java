package io.oceanid.support.failure;

/** A request whose parameters, or what they lead to, do not fit: 400. */
public class InvalidRequestException extends RuntimeException {

    private final String field;

    public InvalidRequestException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The parameter at fault. */
    public String field() {
        return field;
    }
}
