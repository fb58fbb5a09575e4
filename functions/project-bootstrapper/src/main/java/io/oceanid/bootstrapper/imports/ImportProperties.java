package io.oceanid.bootstrapper.imports;

import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is imported.
 *
 * @param maxUpload of one request, and of one file that is fetched
 * @param atOnce imports and previews
 * @param contentAllowedHosts that files may be fetched from
 * @param folder where files lie while they are worked on
 */
@ConfigurationProperties("oceanid.bootstrapper.imports")
public record ImportProperties(
        @DefaultValue("512MB") DataSize maxUpload,
        @DefaultValue("2") int atOnce,
        @DefaultValue Set<String> contentAllowedHosts,
        @DefaultValue("${java.io.tmpdir}") Path folder) {

    public ImportProperties {
        if (maxUpload.toBytes() < 1) {
            throw new IllegalArgumentException("oceanid.bootstrapper.imports.max-upload must be at least 1B");
        }
        if (atOnce < 1) {
            throw new IllegalArgumentException("oceanid.bootstrapper.imports.at-once must be at least 1");
        }
    }
}
