package io.oceanid.labelstudio.configuration;

import io.oceanid.labelstudio.LabelStudioClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The client of Label Studio; there is none where no Label Studio is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LabelStudioProperties.class)
public class LabelStudioConfiguration {

    @Bean
    @Conditional(IsConfigured.class)
    LabelStudioClient labelStudio(LabelStudioProperties properties) {
        return new LabelStudioClient(properties.settings());
    }

    /** Whether there is a Label Studio to call. */
    static final class IsConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment()
                    .getProperty("oceanid.label-studio.url", "")
                    .isBlank();
        }
    }
}
