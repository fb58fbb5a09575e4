package io.oceanid.source.broker;

import io.oceanid.support.guard.BreakerSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the events go.
 *
 * @param url that takes CloudEvents in binary mode; Knative's SinkBinding sets it
 * @param ceOverrides extensions that every event gets: <code>{"extensions":{"name":"value"}}</code>; SinkBinding's too
 * @param connections at once
 * @param pending events that may wait for one of them
 * @param answerTimeout with one post
 * @param breakerWindow how many of the last posts count; where nearly all of them got no answer, no more are sent for a while
 * @param breakerFailurePercent how many of them may get none
 * @param breakerOpen how long none is sent, before one tries. Short: what is not sent meanwhile, Label Studio will not send
 *     again
 */
@ConfigurationProperties("oceanid.source.broker")
public record BrokerProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String ceOverrides,
        @DefaultValue("32") int connections,
        @DefaultValue("512") int pending,
        @DefaultValue("1s") Duration answerTimeout,
        @DefaultValue("50") int breakerWindow,
        @DefaultValue("90") int breakerFailurePercent,
        @DefaultValue("1s") Duration breakerOpen) {

    public BrokerProperties {
        if (url.isBlank()) {
            throw new IllegalArgumentException(
                    "K_SINK is not set; it is the http:// or https:// URL that takes the events, a broker's for one");
        }
        check(url);
        Overrides.read(ceOverrides);
        BreakerSettings.of("oceanid.source.broker.breaker-", breakerWindow, breakerFailurePercent, breakerOpen);
        if (connections < 1 || pending < 1) {
            throw new IllegalArgumentException(
                    "oceanid.source.broker." + (connections < 1 ? "connections" : "pending") + " must be at least 1");
        }
        if (answerTimeout.toMillis() < 1 || answerTimeout.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "oceanid.source.broker.answer-timeout must be at least 1ms, and at most 10m");
        }
    }

    BreakerSettings breaker() {
        return BreakerSettings.of("oceanid.source.broker.breaker-", breakerWindow, breakerFailurePercent, breakerOpen);
    }

    private static void check(String url) {
        try {
            URI uri = new URI(url.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!http || uri.getRawAuthority() == null) {
                throw new IllegalArgumentException("K_SINK is no http:// or https:// URL");
            }
            if (uri.getHost() == null) {
                throw new IllegalArgumentException("K_SINK names no host that is one (RFC 3986)");
            }
            if (uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException("K_SINK holds a user, which nobody would be told");
            }
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("K_SINK is no URL");
        }
    }
}
