package io.oceanid.adapter.serving;

import io.oceanid.adapter.kserve.InferenceServerSettings;
import io.oceanid.adapter.kserve.InferenceServerSettings.Breaker;
import io.oceanid.adapter.kserve.InferenceServerSettings.Pool;
import io.oceanid.adapter.kserve.InferenceServerSettings.Retries;
import io.oceanid.adapter.kserve.InferenceServerSettings.Timeouts;
import io.oceanid.adapter.kserve.InferenceServerSettings.Transfer;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which models answer.
 *
 * @param tritonBaseUrl {@code http}, {@code https}, {@code grpc} or {@code grpcs}; without it the embedded rules answer
 * @param defaultModel for callers that name none
 * @param cfAccessClientId of a service token of Cloudflare Access before Triton; with the secret, or neither
 * @param cfAccessClientSecret of that token
 * @param fallback whether the rules answer while Triton is left alone because it did not answer as it should
 * @param model the settings of models that have none of their own in {@code models}
 * @param models model name → its settings
 * @param callTimeout for one answer of Triton's
 * @param patience how long a caller waits; what is not read by then has failed. Label Studio waits for 100 s
 * @param concurrency requests to one model at once
 * @param linger how long a call may wait for others to go with, while a request is under way
 * @param connectTimeout to get a connection to Triton
 * @param connections to Triton at once, over HTTP
 * @param pending calls that wait for one; any more fail at once
 * @param retries of a call that found Triton unavailable, while there is patience left
 * @param breakerWindow how many of the last calls count; where too many of them found Triton unavailable, it is left alone
 * @param breakerFailurePercent how many of them may
 * @param breakerOpen how long it is left alone, before a call tries it
 * @param gzipAbove bytes of a request above which it is compressed; 0 for never
 */
@ConfigurationProperties("oceanid.adapter")
public record ServingProperties(
        @DefaultValue("") String tritonBaseUrl,
        @DefaultValue("") String defaultModel,
        @DefaultValue("") String cfAccessClientId,
        @DefaultValue("") String cfAccessClientSecret,
        @DefaultValue("false") boolean fallback,
        @NestedConfigurationProperty @DefaultValue ModelProperties model,
        @DefaultValue Map<String, ModelProperties> models,
        @DefaultValue("20s") Duration callTimeout,
        @DefaultValue("90s") Duration patience,
        @DefaultValue("4") int concurrency,
        @DefaultValue("3ms") Duration linger,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("16") int connections,
        @DefaultValue("64") int pending,
        @DefaultValue("2") int retries,
        @DefaultValue("20") int breakerWindow,
        @DefaultValue("50") int breakerFailurePercent,
        @DefaultValue("10s") Duration breakerOpen,
        @DefaultValue("0") int gzipAbove) {

    public ServingProperties {
        if (!tritonBaseUrl.isBlank() && defaultModel.isBlank()) {
            throw new IllegalArgumentException("DEFAULT_MODEL is not set, and TRITON_BASE_URL is");
        }
        if (concurrency < 1 || linger.isNegative() || !callTimeout.isPositive() || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "oceanid.adapter.concurrency, linger, call-timeout and patience must be more than nothing");
        }
        if (connections < 1 || pending < 0 || retries < 0 || !connectTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "oceanid.adapter.connections must be at least 1, pending and retries at least 0, connect-timeout"
                            + " more than nothing");
        }
        requireBreaker(breakerWindow, breakerFailurePercent, breakerOpen);
        if (gzipAbove < 0) {
            throw new IllegalArgumentException("oceanid.adapter.gzip-above must be at least 0");
        }
        if (!tritonBaseUrl.isBlank()) {
            // says what is wrong with the URL and the credentials
            InferenceServerSettings.of(tritonBaseUrl, cfAccessClientId, cfAccessClientSecret);
        }
    }

    InferenceServerSettings server() {
        return InferenceServerSettings.of(tritonBaseUrl, cfAccessClientId, cfAccessClientSecret)
                .with(new Timeouts(connectTimeout, callTimeout, patience))
                .with(new Pool(connections, pending, Pool.DEFAULT.idle()))
                .with(new Retries(retries, Retries.DEFAULT.firstBackoff(), Retries.DEFAULT.longestWait()))
                .with(new Breaker(breakerWindow, breakerFailurePercent, breakerOpen))
                .with(new Transfer(gzipAbove, Transfer.DEFAULT.maxAnswerBytes()));
    }

    private static void requireBreaker(int window, int failurePercent, Duration open) {
        try {
            new Breaker(window, failurePercent, open);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("oceanid.adapter.breaker: " + e.getMessage(), e);
        }
    }

    boolean hasTriton() {
        return !tritonBaseUrl.isBlank();
    }

    /** Less the secrets. */
    @Override
    public String toString() {
        return "ServingProperties[" + defaultModel + "]";
    }
}
