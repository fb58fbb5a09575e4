package io.oceanid.adapter;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is let in, and what is answered.
 *
 * @param maxBody of one request
 * @param maxInFlight of all requests being worked on
 * @param threshold least score of what is answered, for callers that name none
 * @param labelNames model label → label of the label config, where the two differ
 * @param contentAllowedHosts that texts may be fetched from, where tasks only point at them
 */
@ConfigurationProperties("oceanid.adapter")
public record AdapterProperties(
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("64MB") DataSize maxInFlight,
        @DefaultValue("0") double threshold,
        @DefaultValue Map<String, String> labelNames,
        @DefaultValue Set<String> contentAllowedHosts) {

    public AdapterProperties {
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("oceanid.adapter.max-body must be at least 1B");
        }
        if (maxInFlight.compareTo(maxBody) < 0) {
            throw new IllegalArgumentException(
                    "oceanid.adapter.max-in-flight must be at least oceanid.adapter.max-body (%s)".formatted(maxBody));
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("oceanid.adapter.threshold is no number from 0 to 1");
        }
    }
}
