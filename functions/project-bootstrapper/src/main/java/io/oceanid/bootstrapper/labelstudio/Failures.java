package io.oceanid.bootstrapper.labelstudio;

import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.UnknownResourceException;
import io.oceanid.support.failure.UnusableAnswerException;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Turns what Label Studio refuses into what the caller is told: whose fault it is, and what helps. */
public final class Failures {

    private static final String NO_BACKEND = "Can't connect to ML backend";
    private static final String NO_LOGIN = "401 Client Error";

    private Failures() {}

    /**
     * For {@link Mono#transform}.
     *
     * @param field of the caller's that a refusal is about
     */
    public static <T> Function<Mono<T>, Mono<T>> told(String field) {
        return call -> call.onErrorMap(LabelStudioException.class, error -> of(error, field));
    }

    /** The failure of one call. */
    public static RuntimeException of(LabelStudioException error, String field) {
        String message = String.valueOf(error.getMessage());
        if (error.isTemporary()) {
            return new DependencyUnavailableException(message, error);
        }
        if (error.status() == 400 && message.contains(NO_BACKEND) && !message.contains(NO_LOGIN)) {
            // most of all one that is starting yet
            return new DependencyUnavailableException(message + explained(message), error);
        }
        return switch (error.status()) {
            case 401 ->
                new UnusableAnswerException("Label Studio refuses the token, LABEL_STUDIO_PAT: " + message, error);
            case 403 ->
                message.contains("reserved network address")
                        ? new InvalidRequestException(field, message + reserved())
                        : new UnusableAnswerException(
                                "Label Studio refuses the token, LABEL_STUDIO_PAT: " + message, error);
            case 404 -> new UnknownResourceException(field, message);
            default ->
                error.status() >= 400 && error.status() < 500
                        ? new InvalidRequestException(field, message + explained(message))
                        : new UnusableAnswerException(message, error);
        };
    }

    /** There is no Label Studio to call. */
    public static RuntimeException notConfigured() {
        return new DependencyUnavailableException(
                "LABEL_STUDIO_URL is not set: this function has no Label Studio to call", null);
    }

    private static String reserved() {
        return ". Label Studio calls no loopback, private or cluster-internal addresses unless it runs with"
                + " SSRF_PROTECTION_ENABLED=false (webhooks) and ML_BLOCK_LOCAL_IP=false (ML backends)";
    }

    private static String explained(String message) {
        if (message.contains("Enter a valid URL")) {
            return ". Label Studio takes no host without a dot: name a service of the cluster in full,"
                    + " as in annotations-sink.apps.svc.cluster.local";
        }
        if (message.contains(NO_BACKEND)) {
            return ". Label Studio waits 1 s for /health and 3 s for /setup of a backend; one that sleeps is woken"
                    + " first if it is that of NER_BACKEND_URL, or BACKEND_ALLOWED_HOSTS names its host";
        }
        if (message.contains(NO_LOGIN)) {
            return ". The backend asks for a login: declare its login";
        }
        return "";
    }
}
