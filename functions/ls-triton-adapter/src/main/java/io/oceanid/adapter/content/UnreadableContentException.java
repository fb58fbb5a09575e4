package io.oceanid.adapter.content;

import io.oceanid.support.failure.InvalidRequestException;

/** A document that came, and is of no use: the fault of the task that points at it. */
public final class UnreadableContentException extends InvalidRequestException {

    UnreadableContentException(String message) {
        super("tasks", message);
    }
}
