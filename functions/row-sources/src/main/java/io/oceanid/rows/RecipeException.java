package io.oceanid.rows;

/** A recipe that cannot be followed. The message is for whoever wrote it, and names the step. */
public final class RecipeException extends RuntimeException {

    public RecipeException(String message) {
        super(message);
    }
}
