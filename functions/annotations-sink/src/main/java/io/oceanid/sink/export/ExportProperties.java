package io.oceanid.sink.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projects are exported.
 *
 * @param atOnce exports of this instance at once; each holds a connection for as long as its client reads, so fewer than
 *     there are connections
 * @param patience how long a client may take nothing, or PostgreSQL give nothing, before the export is broken off
 */
@ConfigurationProperties("oceanid.export")
record ExportProperties(
        @DefaultValue("2") int atOnce, @DefaultValue("60s") Duration patience) {

    ExportProperties {
        if (atOnce < 1) {
            throw new IllegalArgumentException("oceanid.export.at-once must be at least 1");
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("oceanid.export.patience must be longer than nothing");
        }
    }
}
