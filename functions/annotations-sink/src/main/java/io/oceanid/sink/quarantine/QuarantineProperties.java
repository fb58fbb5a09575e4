package io.oceanid.sink.quarantine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How quarantine is looked after.
 *
 * @param replayBatch how many one request runs again at the most
 * @param refresh how often is counted what waits, for the metric
 */
@ConfigurationProperties("oceanid.quarantine")
record QuarantineProperties(
        @DefaultValue("100") int replayBatch,
        @DefaultValue("30s") Duration refresh) {

    QuarantineProperties {
        if (replayBatch < 1) {
            throw new IllegalArgumentException("oceanid.quarantine.replay-batch must be at least 1");
        }
        if (!refresh.isPositive()) {
            throw new IllegalArgumentException("oceanid.quarantine.refresh must be longer than nothing");
        }
    }
}
