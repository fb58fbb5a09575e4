package io.oceanid.labelstudio.configuration;

import io.oceanid.labelstudio.LabelStudioSettings;
import io.oceanid.support.guard.BreakerSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Label Studio is called, below {@code oceanid.label-studio.calls}.
 *
 * @param connectTimeout to get a connection
 * @param answerTimeout for one call, from the request to the last byte
 * @param connections at once
 * @param pending calls that wait for one; any more fail at once
 * @param maxAnswer bytes of one answer
 * @param retries of what only reads
 * @param breakerWindow how many of the last calls count; where too many of them failed, Label Studio is left alone
 * @param breakerFailurePercent how many of them may
 * @param breakerOpen how long it is left alone, before a call tries it
 */
public record CallProperties(
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("60s") Duration answerTimeout,
        @DefaultValue("8") int connections,
        @DefaultValue("1000") int pending,
        @DefaultValue("67108864") int maxAnswer,
        @DefaultValue("2") int retries,
        @DefaultValue("10") int breakerWindow,
        @DefaultValue("50") int breakerFailurePercent,
        @DefaultValue("5s") Duration breakerOpen) {

    public CallProperties {
        if (!connectTimeout.isPositive() || !answerTimeout.isPositive()) {
            throw new IllegalArgumentException("oceanid.label-studio.calls."
                    + (answerTimeout.isPositive() ? "connect-timeout" : "answer-timeout")
                    + " must be more than nothing");
        }
        if (connections < 1 || pending < 1 || maxAnswer < 1) {
            throw new IllegalArgumentException(
                    "oceanid.label-studio.calls.connections, pending and max-answer must be at least 1");
        }
        if (retries < 0) {
            throw new IllegalArgumentException("oceanid.label-studio.calls.retries must be at least 0");
        }
        BreakerSettings.of("oceanid.label-studio.calls.breaker-", breakerWindow, breakerFailurePercent, breakerOpen);
    }

    /** The settings of a client. */
    public LabelStudioSettings settings(URI url, String token) {
        return new LabelStudioSettings(
                url,
                token.strip(),
                connectTimeout,
                answerTimeout,
                connections,
                pending,
                maxAnswer,
                retries,
                BreakerSettings.of(
                        "oceanid.label-studio.calls.breaker-", breakerWindow, breakerFailurePercent, breakerOpen));
    }
}
