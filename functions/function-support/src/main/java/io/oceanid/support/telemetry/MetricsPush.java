package io.oceanid.support.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Pushes the metrics now and then, and once more when the function ends: nobody reads those of an instance that is gone.
 * Does nothing where no endpoint is set.
 */
final class MetricsPush implements SmartLifecycle {

    private final TelemetryProperties properties;
    private final Supplier<MeterRegistry> meters;
    private @Nullable SdkMeterProvider pushing;

    MetricsPush(TelemetryProperties properties, Supplier<MeterRegistry> meters) {
        this.properties = properties;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        if (pushing == null) {
            pushing = properties.metrics().map(this::pushingTo).orElse(null);
        }
    }

    /** Waits for the last export, for as long as one may take. */
    @Override
    public synchronized void stop() {
        if (pushing != null) {
            pushing.shutdown().join(properties.timeoutMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            pushing = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return pushing != null;
    }

    /** Below the server's, so that it ends after the last request; above that of the event loops, which send the last export. */
    @Override
    public int getPhase() {
        return 1;
    }

    private SdkMeterProvider pushingTo(String url) {
        OtlpHttpMetricExporter exporter = OtlpHttpMetricExporter.builder()
                .setEndpoint(url)
                .setHeaders(properties::headersByName)
                .setTimeout(properties.timeout())
                .build();
        return SdkMeterProvider.builder()
                .setResource(properties.resource())
                .registerMetricProducer(new RecordedMetrics(meters.get()))
                .registerMetricReader(PeriodicMetricReader.builder(exporter)
                        .setInterval(Duration.ofMillis(properties.metricInterval()))
                        .build())
                .build();
    }
}
