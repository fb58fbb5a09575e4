package io.oceanid.adapter.kserve;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is and how to ask it. Shows no secret when printed.
 *
 * @param uri {@code http}, {@code https}, {@code grpc} or {@code grpcs}; over HTTP with a path, if the server's begins
 *     with one
 * @param descriptionsFor how long what a server says of a model is believed
 */
public record InferenceServerSettings(
        URI uri,
        Optional<AccessToken> access,
        Timeouts timeouts,
        Pool pool,
        Transfer transfer,
        Retries retries,
        Breaker breaker,
        Duration descriptionsFor) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "grpc", "grpcs");

    /** @throws IllegalArgumentException if the URI is no server's */
    public InferenceServerSettings {
        check(uri);
        positive("the time that descriptions are kept", descriptionsFor);
    }

    /**
     * A server with defaults for all but where it is.
     *
     * @param baseUrl {@code TRITON_BASE_URL}
     * @param clientId {@code CF_ACCESS_CLIENT_ID}, if any
     * @param clientSecret {@code CF_ACCESS_CLIENT_SECRET}, if any
     * @throws IllegalArgumentException if one is wrong; the message names it
     */
    public static InferenceServerSettings of(String baseUrl, @Nullable String clientId, @Nullable String clientSecret) {
        return new InferenceServerSettings(
                uri(baseUrl),
                AccessToken.of(clientId, clientSecret),
                Timeouts.DEFAULT,
                Pool.DEFAULT,
                Transfer.DEFAULT,
                Retries.DEFAULT,
                Breaker.DEFAULT,
                Duration.ofMinutes(5));
    }

    /**
     * How long to wait.
     *
     * @param connect for a connection
     * @param call for one answer
     * @param total for an answer in all, however often it is asked for
     */
    public record Timeouts(Duration connect, Duration call, Duration total) {

        public static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(60));

        public Timeouts {
            positive("the timeout of a connection", connect);
            positive("the timeout of a call", call);
            positive("the timeout of all calls", total);
        }
    }

    /**
     * The connections of HTTP; gRPC needs but one.
     *
     * @param connections how many at most, and so how many calls at a time
     * @param pending how many calls wait for one; more fail at once
     * @param idle how long one is kept unused. Less than what any proxy on the way allows
     */
    public record Pool(int connections, int pending, Duration idle) {

        public static final Pool DEFAULT = new Pool(16, 64, Duration.ofSeconds(30));

        public Pool {
            atLeast(1, "the number of connections", connections);
            atLeast(0, "the number of waiting calls", pending);
            positive("the idle time of a connection", idle);
        }
    }

    /**
     * What goes over the wire.
     *
     * @param gzipAbove compresses requests of more bytes, and asks for compressed answers; 0 for neither, which is right
     *     for a server nearby
     * @param maxAnswerBytes how large an answer may be, inflated
     */
    public record Transfer(int gzipAbove, int maxAnswerBytes) {

        public static final Transfer DEFAULT = new Transfer(0, 64 * 1024 * 1024);

        public Transfer {
            atLeast(0, "the size from which requests are compressed", gzipAbove);
            atLeast(1, "the size of an answer", maxAnswerBytes);
        }
    }

    /**
     * Asking again, when a server was unavailable.
     *
     * @param most how often, after the first time
     * @param firstBackoff about how long to wait first; doubled each time
     * @param longestWait how long to wait at most, also where the server asks for more ({@code Retry-After})
     */
    public record Retries(int most, Duration firstBackoff, Duration longestWait) {

        public static final Retries DEFAULT = new Retries(2, Duration.ofMillis(100), Duration.ofSeconds(5));

        public Retries {
            atLeast(0, "the number of retries", most);
            positive("the backoff", firstBackoff);
            positive("the longest wait", longestWait);
        }
    }

    /**
     * Not asking a server that is gone.
     *
     * @param window how many of the last calls count
     * @param failurePercent how many of them may find the server unavailable
     * @param open how long it is left alone then, before a call tries it
     */
    public record Breaker(int window, int failurePercent, Duration open) {

        public static final Breaker DEFAULT = new Breaker(20, 50, Duration.ofSeconds(10));

        public Breaker {
            atLeast(1, "the window of the circuit breaker", window);
            if (failurePercent < 1 || failurePercent > 100) {
                throw new IllegalArgumentException(
                        "the failures of the circuit breaker must be 1 to 100 percent, not " + failurePercent);
            }
            positive("the time that the circuit breaker is open", open);
        }
    }

    public InferenceServerSettings with(Timeouts other) {
        return new InferenceServerSettings(uri, access, other, pool, transfer, retries, breaker, descriptionsFor);
    }

    public InferenceServerSettings with(Pool other) {
        return new InferenceServerSettings(uri, access, timeouts, other, transfer, retries, breaker, descriptionsFor);
    }

    public InferenceServerSettings with(Transfer other) {
        return new InferenceServerSettings(uri, access, timeouts, pool, other, retries, breaker, descriptionsFor);
    }

    public InferenceServerSettings with(Retries other) {
        return new InferenceServerSettings(uri, access, timeouts, pool, transfer, other, breaker, descriptionsFor);
    }

    public InferenceServerSettings with(Breaker other) {
        return new InferenceServerSettings(uri, access, timeouts, pool, transfer, retries, other, descriptionsFor);
    }

    public InferenceServerSettings withDescriptionsFor(Duration other) {
        return new InferenceServerSettings(uri, access, timeouts, pool, transfer, retries, breaker, other);
    }

    boolean overGrpc() {
        return uri.getScheme().startsWith("grpc");
    }

    private static URI uri(String baseUrl) {
        try {
            return new URI(baseUrl.strip());
        } catch (URISyntaxException _) {
            // its message repeats what was given, and so a password in it
            throw new IllegalArgumentException("TRITON_BASE_URL is no URL");
        }
    }

    private static void check(URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException("TRITON_BASE_URL begins with http, https, grpc or grpcs and ://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("TRITON_BASE_URL names no host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("TRITON_BASE_URL holds a user, a query or a fragment, and may not");
        }
        if (scheme.startsWith("grpc") && !uri.getPath().matches("/?")) {
            throw new IllegalArgumentException("TRITON_BASE_URL has a path, which gRPC does not know");
        }
        if (scheme.startsWith("grpc") && uri.getPort() < 0) {
            throw new IllegalArgumentException("TRITON_BASE_URL has no port, and gRPC has none by default");
        }
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be more than nothing, not " + duration);
        }
    }

    private static void atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be %d or more, not %d".formatted(name, least, value));
        }
    }
}
