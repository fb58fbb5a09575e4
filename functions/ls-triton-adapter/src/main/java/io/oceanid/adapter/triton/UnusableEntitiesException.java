package io.oceanid.adapter.triton;

/** A model gave something for a text that is of no use. */
final class UnusableEntitiesException extends RuntimeException {

    UnusableEntitiesException(String message) {
        super(message);
    }
}
