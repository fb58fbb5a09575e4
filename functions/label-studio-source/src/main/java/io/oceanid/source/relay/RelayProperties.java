package io.oceanid.source.relay;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How webhooks are taken in.
 *
 * @param labelStudioUrl the Label Studio that sends them: the {@code source} of their events
 * @param budget from the end of a webhook's body to its answer; Label Studio waits 1 s
 * @param postsAtOnce of the events of one webhook
 * @param warmUp that the start may take longer, so that the first webhook does not; none if zero
 * @param maxBody of one webhook
 * @param maxInFlight of all webhooks being worked on
 */
@ConfigurationProperties("oceanid.source")
public record RelayProperties(
        @DefaultValue("http://label-studio") URI labelStudioUrl,
        @DefaultValue("700ms") Duration budget,
        @DefaultValue("8") int postsAtOnce,
        @DefaultValue("10s") Duration warmUp,
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("32MB") DataSize maxInFlight) {

    public RelayProperties {
        if (!"http".equals(labelStudioUrl.getScheme()) && !"https".equals(labelStudioUrl.getScheme())) {
            throw new IllegalArgumentException("LABEL_STUDIO_URL does not begin with http:// or https://");
        }
        if (!budget.isPositive()) {
            throw new IllegalArgumentException("oceanid.source.budget must be more than nothing");
        }
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("oceanid.source.warm-up must not be less than nothing");
        }
        if (postsAtOnce < 1) {
            throw new IllegalArgumentException("oceanid.source.posts-at-once must be at least 1");
        }
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("oceanid.source.max-body must be at least 1B");
        }
        if (maxInFlight.compareTo(maxBody) < 0) {
            throw new IllegalArgumentException(
                    "oceanid.source.max-in-flight must be at least oceanid.source.max-body (%s)".formatted(maxBody));
        }
    }
}
