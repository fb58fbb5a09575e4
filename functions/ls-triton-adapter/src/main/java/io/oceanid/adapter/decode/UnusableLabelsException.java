package io.oceanid.adapter.decode;

/** Labels that cannot be those of the model. Its message is one line, and names the setting {@code NER_LABELS}. */
public final class UnusableLabelsException extends RuntimeException {

    UnusableLabelsException(String message) {
        super(message);
    }
}
