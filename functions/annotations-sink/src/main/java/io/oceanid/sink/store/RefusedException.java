package io.oceanid.sink.store;

/** PostgreSQL refuses rows for what is in them, and always will. */
public final class RefusedException extends RuntimeException {

    RefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
