package io.oceanid.adapter.labelconfig;

import org.jspecify.annotations.Nullable;

/** A label config that cannot be read. Its message is one line, made to be shown to who sent it. */
public final class InvalidLabelConfigException extends RuntimeException {

    InvalidLabelConfigException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
