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
 * @param user that Label Studio is to name, with {@code password}; nobody is asked if neither is set
 * @param threshold least score of what is answered, for callers that name none
 * @param labelNames model label → label of the label config, where the two differ
 * @param contentAllowedHosts that texts may be fetched from, where tasks only point at them
 */
@ConfigurationProperties("oceanid.adapter")
public record AdapterProperties(
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("64MB") DataSize maxInFlight,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
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
        if (user.contains(":")) {
            throw new IllegalArgumentException("BASIC_AUTH_USER has a colon, which ends a user's name in Basic auth");
        }
        if (user.isBlank() != password.isBlank()) {
            throw new IllegalArgumentException(
                    "BASIC_AUTH_USER and BASIC_AUTH_PASS belong together, and one of them is not set");
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("oceanid.adapter.threshold is no number from 0 to 1");
        }
    }

    boolean asksForPassword() {
        return !user.isBlank();
    }

    /** Less the password. */
    @Override
    public String toString() {
        return "AdapterProperties[" + maxBody + ", " + maxInFlight + "]";
    }
}
