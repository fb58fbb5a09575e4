package io.oceanid.adapter.decode;

/** Logits that no probabilities can be made of: numbers that are none, or too few of them. */
public final class UnusableLogitsException extends RuntimeException {

    UnusableLogitsException(String message) {
        super(message);
    }
}
