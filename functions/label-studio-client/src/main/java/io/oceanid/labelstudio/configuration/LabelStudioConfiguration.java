package io.oceanid.labelstudio.configuration;

import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.support.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of Label Studio; there is none where no Label Studio is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LabelStudioProperties.class)
public class LabelStudioConfiguration {

    /** Not by a condition: those of a native executable were decided when it was built. */
    @Bean
    @Nullable
    LabelStudioClient labelStudio(LabelStudioProperties properties, Telemetry telemetry) {
        return properties.url().isBlank() ? null : new LabelStudioClient(properties.settings(), telemetry);
    }
}
