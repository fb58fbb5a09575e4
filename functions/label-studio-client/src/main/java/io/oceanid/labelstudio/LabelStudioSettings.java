package io.oceanid.labelstudio;

import io.oceanid.support.guard.BreakerSettings;
import java.net.URI;
import java.time.Duration;

/**
 * Where Label Studio is and how to call it.
 *
 * @param url as people open it, with the path it is served under, if any
 * @param token a personal access token, or a legacy token where Label Studio still takes those
 * @param connectTimeout to get a connection
 * @param answerTimeout for one call, from the request to the last byte
 * @param connections at once
 * @param pending calls that wait for a connection; any more fail at once
 * @param maxAnswer bytes of one answer
 * @param retries of what only reads
 * @param breaker when Label Studio is left alone
 */
public record LabelStudioSettings(
        URI url,
        String token,
        Duration connectTimeout,
        Duration answerTimeout,
        int connections,
        int pending,
        int maxAnswer,
        int retries,
        BreakerSettings breaker) {

    private static final int PENDING = 1_000;
    private static final int RETRIES = 2;
    private static final BreakerSettings BREAKER = new BreakerSettings(10, 50, Duration.ofSeconds(5));

    /** The same with the usual limits on calls that wait or fail. */
    public LabelStudioSettings(
            URI url, String token, Duration connectTimeout, Duration answerTimeout, int connections, int maxAnswer) {
        this(url, token, connectTimeout, answerTimeout, connections, PENDING, maxAnswer, RETRIES, BREAKER);
    }

    public LabelStudioSettings {
        if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException("LABEL_STUDIO_URL is no http:// or https:// URL");
        }
        if (token.isBlank()) {
            throw new IllegalArgumentException("LABEL_STUDIO_PAT is not set, and LABEL_STUDIO_URL is");
        }
    }

    /** Settings that fit a Label Studio nearby. */
    public static LabelStudioSettings of(URI url, String token) {
        return new LabelStudioSettings(
                url, token.strip(), Duration.ofSeconds(3), Duration.ofSeconds(60), 8, 64 * 1024 * 1024);
    }

    /** Less the token. */
    @Override
    public String toString() {
        return "LabelStudioSettings[" + url + "]";
    }
}
