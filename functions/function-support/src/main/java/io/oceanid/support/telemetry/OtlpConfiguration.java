package io.oceanid.support.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is pushed by OTLP. Whether anything is, is decided when the function starts, not when it is built. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelemetryProperties.class)
public class OtlpConfiguration {

    @Bean
    Traces traces(TelemetryProperties properties) {
        return new Traces(properties);
    }

    @Bean
    MetricsPush metricsPush(TelemetryProperties properties, ObjectProvider<MeterRegistry> meters) {
        return new MetricsPush(properties, meters::getObject);
    }
}
