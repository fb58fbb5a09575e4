package io.oceanid.sink.intake;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the sink takes things in.
 *
 * @param labelStudioUrl the Label Studio whose raw webhooks come to this sink: the {@code source} of their events
 * @param maxBody of one request
 * @param maxInFlight of all requests being worked on
 * @param commits groups committed at once; no more than there are connections
 * @param groupSize requests of one group at the most
 */
@ConfigurationProperties("oceanid.sink")
public record SinkProperties(
        @DefaultValue("http://label-studio") URI labelStudioUrl,
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("64MB") DataSize maxInFlight,
        @DefaultValue("2") int commits,
        @DefaultValue("256") int groupSize) {

    public SinkProperties {
        if (!"http".equals(labelStudioUrl.getScheme()) && !"https".equals(labelStudioUrl.getScheme())) {
            throw new IllegalArgumentException("LABEL_STUDIO_URL does not begin with http:// or https://");
        }
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("oceanid.sink.max-body must be at least 1B");
        }
        if (maxInFlight.compareTo(maxBody) < 0) {
            throw new IllegalArgumentException(
                    "oceanid.sink.max-in-flight must be at least oceanid.sink.max-body (%s)".formatted(maxBody));
        }
        if (commits < 1 || groupSize < 1) {
            throw new IllegalArgumentException(
                    "oceanid.sink." + (commits < 1 ? "commits" : "group-size") + " must be at least 1");
        }
    }
}
