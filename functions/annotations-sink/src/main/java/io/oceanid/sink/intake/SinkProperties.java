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
        @DefaultValue("256") int groupSize) {}
