package io.oceanid.support.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Metrics, with their names and shapes, and observations, of which they are made. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    @Bean
    PrometheusMeterRegistry meters() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        meters.config().meterFilter(new ErrorType()).meterFilter(new DurationBuckets());
        ProcessMeters.bindTo(meters);
        return meters;
    }

    /** Once all beans are there: what a binder shows may need the meters itself. */
    @Bean
    SmartInitializingSingleton bindMeters(MeterRegistry meters, ObjectProvider<MeterBinder> binders) {
        return () -> binders.orderedStream().forEach(binder -> binder.bindTo(meters));
    }

    @Bean
    ObservationRegistry observations(MeterRegistry meters, Traces traces) {
        ObservationRegistry observations = ObservationRegistry.create();
        // what is under way would be counted for each observation, which no dashboard shows
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(
                        meters, DefaultMeterObservationHandler.IgnoredMeters.LONG_TASK_TIMER));
        traces.watch(observations);
        return observations;
    }

    @Bean
    Telemetry telemetry(MeterRegistry meters, ObservationRegistry observations) {
        return new Telemetry(meters, observations);
    }

    @Bean
    HttpServerConvention httpServerConvention() {
        return new HttpServerConvention();
    }

    @Bean
    RouterFunction<ServerResponse> scrapes(PrometheusMeterRegistry meters) {
        return ScrapeRoute.of(meters);
    }
}
