package io.oceanid.bootstrapper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is let in.
 *
 * @param maxBody of one request that is kept in memory
 * @param maxInFlight of all such requests being worked on
 */
@ConfigurationProperties("oceanid.bootstrapper")
public record BootstrapperProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("16MB") DataSize maxInFlight) {

    public BootstrapperProperties {
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("oceanid.bootstrapper.max-body must be at least 1B");
        }
        if (maxInFlight.compareTo(maxBody) < 0) {
            throw new IllegalArgumentException(
                    "oceanid.bootstrapper.max-in-flight must be at least oceanid.bootstrapper.max-body (%s)"
                            .formatted(maxBody));
        }
    }
}
