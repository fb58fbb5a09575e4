package io.oceanid.bootstrapper.labelstudio;

import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.UnknownResourceException;
import io.oceanid.support.failure.UnusableAnswerException;

/** What a failed call of Label Studio means to whoever asked for it. Label Studio's own reason is always told. */
public final class Failures {

    private Failures() {}

    /**
     * The failure to answer with: 503 while Label Studio is away, 404 for what it does not have, 502 where it refuses the
     * token or fails, 400 where it refuses what was asked for.
     *
     * @param field of the request, which is at fault where something is
     */
    public static RuntimeException of(LabelStudioException error, String field) {
        String message = String.valueOf(error.getMessage());
        if (error.isTemporary()) {
            return new DependencyUnavailableException(message, error);
        }
        return switch (error.status()) {
            case 401, 403 ->
                new UnusableAnswerException("Label Studio refuses the token of this function: " + message, error);
            case 404 -> new UnknownResourceException(field, message);
            default ->
                error.status() >= 400 && error.status() < 500
                        ? new InvalidRequestException(field, message)
                        : new UnusableAnswerException(message, error);
        };
    }

    /** There is no Label Studio to call. */
    public static RuntimeException notConfigured() {
        return new DependencyUnavailableException(
                "LABEL_STUDIO_URL is not set: this function has no Label Studio to call", null);
    }
}
