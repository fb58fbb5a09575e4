package io.oceanid.support.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Hooks;

/**
 * Makes spans of observations and pushes them, the last ones when the function ends. Where no endpoint is set, none of
 * OpenTelemetry is so much as loaded.
 */
final class Traces implements SmartLifecycle {

    private final TelemetryProperties properties;
    private volatile @Nullable SdkTracerProvider provider;

    Traces(TelemetryProperties properties) {
        this.properties = properties;
    }

    /** Of what is observed from now on, where there is an endpoint for it. */
    void watch(ObservationRegistry registry) {
        properties.traces().ifPresent(url -> trace(registry, url));
    }

    @Override
    public void start() {
        // began with the registry, which what starts earlier uses already
    }

    /** Waits for the last export, for as long as one may take. */
    @Override
    public void stop() {
        SdkTracerProvider ending = provider;
        if (ending != null) {
            ending.shutdown().join(properties.timeoutMillis(), TimeUnit.MILLISECONDS);
            provider = null;
        }
    }

    @Override
    public boolean isRunning() {
        return provider != null;
    }

    /** Below the server's, so that it ends after the last request; above that of the event loops, which send the last export. */
    @Override
    public int getPhase() {
        return 1;
    }

    private void trace(ObservationRegistry registry, String url) {
        LoggedTraces.on();
        SdkTracerProvider created = SdkTracerProvider.builder()
                .setResource(properties.resource())
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.sampled())))
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(url)
                                .setHeaders(properties::headersByName)
                                .setTimeout(properties.timeout())
                                .build())
                        .build())
                .build();
        var otel = created.get("io.oceanid");
        OtelTracer tracer = new OtelTracer(otel, new OtelCurrentTraceContext(), _ -> {});
        OtelPropagator propagator =
                new OtelPropagator(ContextPropagators.create(W3CTraceContextPropagator.getInstance()), otel);
        registry.observationConfig()
                .observationHandler(new FirstMatchingCompositeObservationHandler(
                        new RequestTraces(tracer, propagator),
                        new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
                        new DefaultTracingObservationHandler(tracer) {
                            @Override
                            public boolean supportsContext(Observation.Context context) {
                                return !RequestTraces.isProbe(context);
                            }
                        }));
        ObservationThreadLocalAccessor.getInstance().setObservationRegistry(registry);
        // so that what is logged on the way knows its trace; costs something, and so is on only here
        Hooks.enableAutomaticContextPropagation();
        provider = created;
    }
}
