package io.oceanid.support.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.convention.JvmClassLoadingMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.JvmMemoryMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.JvmThreadMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmClassLoadingMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmMemoryMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmThreadMeterConventions;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names and shapes of all metrics. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    @Bean
    Telemetry telemetry(MeterRegistry meters, ObservationRegistry observations) {
        return new Telemetry(meters, observations);
    }

    @Bean
    HttpServerConvention httpServerConvention() {
        return new HttpServerConvention();
    }

    @Bean
    MeterFilter errorType() {
        return new ErrorType();
    }

    @Bean
    JvmMemoryMeterConventions jvmMemoryNames() {
        return new OpenTelemetryJvmMemoryMeterConventions(Tags.empty());
    }

    @Bean
    JvmThreadMeterConventions jvmThreadNames() {
        return new OpenTelemetryJvmThreadMeterConventions(Tags.empty());
    }

    @Bean
    JvmClassLoadingMeterConventions jvmClassLoadingNames() {
        return new OpenTelemetryJvmClassLoadingMeterConventions();
    }

    @Bean
    MeterFilter durationBuckets() {
        return new DurationBuckets();
    }
}
