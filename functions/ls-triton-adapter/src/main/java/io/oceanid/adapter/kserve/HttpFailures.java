package io.oceanid.adapter.kserve;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.oceanid.adapter.kserve.InferenceException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What failed over HTTP, told apart. */
final class HttpFailures {

    private HttpFailures() {}

    /**
     * Of an answer that is no success. Triton answers 500 also where the model itself failed, and for JSON that it
     * cannot read: it is no reason to ask again.
     */
    static InferenceException of(String what, HttpAnswer answer) {
        int status = answer.status();
        String said = OneLine.ofError(answer.body()).map(error -> ": " + error).orElse("");
        return switch (status) {
            case 401, 403 ->
                new InferenceException(
                        Kind.UNAVAILABLE, what + ": access was denied with status " + status + said, null);
            case 404 -> failure(Kind.UNKNOWN_MODEL, what, status, said);
            case 408, 429, 502, 503, 504 ->
                new InferenceException(Kind.UNAVAILABLE, message(what, status, said), null, retryAfter(answer));
            default -> {
                if (status >= 500) {
                    yield failure(Kind.MODEL_FAILED, what, status, said);
                }
                if (status >= 400) {
                    yield failure(Kind.REFUSED, what, status, said);
                }
                if (status >= 300) {
                    yield new InferenceException(
                            Kind.UNAVAILABLE,
                            "%s: access was denied: status %d sends to %s".formatted(what, status, target(answer)),
                            null);
                }
                yield failure(Kind.UNUSABLE_ANSWER, what, status, said);
            }
        };
    }

    /** Of a call that got no answer. */
    static InferenceException unreachable(String what, Throwable failure) {
        return new InferenceException(Kind.UNAVAILABLE, what + ": no answer: " + said(failure), failure);
    }

    /** Of an answer that is none. */
    static InferenceException unusable(String what, HttpAnswer answer, Throwable failure) {
        String type = answer.contentType();
        String html = type != null && type.startsWith("text/html") ? "a web page" : "the answer is unusable";
        return new InferenceException(Kind.UNUSABLE_ANSWER, what + ": " + html + ": " + said(failure), failure);
    }

    /** Of an answer that did not come to its end. */
    static InferenceException cut(String what, Throwable failure) {
        return new InferenceException(
                Kind.UNUSABLE_ANSWER, what + ": the answer was not read to its end: " + said(failure), failure);
    }

    private static InferenceException failure(Kind kind, String what, int status, String said) {
        return new InferenceException(kind, message(what, status, said), null);
    }

    private static String message(String what, int status, String said) {
        return what + ": status " + status + said;
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage();
        return OneLine.of(message == null ? "it says no more" : message);
    }

    /** Of a redirect, the host alone: the rest may hold a token. */
    private static String target(HttpAnswer answer) {
        String location = answer.headers().get(HttpHeaderNames.LOCATION);
        try {
            String host = location == null ? null : URI.create(location).getHost();
            return host == null ? "elsewhere" : OneLine.of(host);
        } catch (IllegalArgumentException _) {
            return "elsewhere";
        }
    }

    private static @Nullable Duration retryAfter(HttpAnswer answer) {
        return Optional.ofNullable(answer.headers().get(HttpHeaderNames.RETRY_AFTER))
                .map(String::strip)
                // the other form, a date, is not worth trusting two clocks for
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }
}
