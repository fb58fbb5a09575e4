package io.oceanid.support.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * Goes on with the trace of whoever sent a request: by its header {@code traceparent} (W3C), or else by the attribute of
 * that name of the CloudEvent that it is in binary mode (distributed tracing extension), for brokers that drop the former.
 * Requests of probes are no traces.
 */
final class RequestTraces extends PropagatingReceiverTracingObservationHandler<ReceiverContext<?>> {

    private static final String ATTRIBUTE = "ce-";

    RequestTraces(Tracer tracer, Propagator propagator) {
        super(tracer, new OrAttribute(propagator));
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return super.supportsContext(context) && !isProbe(context);
    }

    static boolean isProbe(Observation.Context context) {
        if (context instanceof ServerRequestObservationContext request && request.getCarrier() != null) {
            String path = request.getCarrier().getPath().value();
            return path.equals("/health") || path.startsWith("/actuator/");
        }
        return false;
    }

    private record OrAttribute(Propagator propagator) implements Propagator {

        @Override
        public List<String> fields() {
            return propagator.fields();
        }

        @Override
        public <C> void inject(io.micrometer.tracing.TraceContext context, @Nullable C carrier, Setter<C> setter) {
            propagator.inject(context, carrier, setter);
        }

        @Override
        public <C> Span.Builder extract(@Nullable C carrier, Getter<C> getter) {
            boolean hasHeader = carrier == null || getter.get(carrier, "traceparent") != null;
            return propagator.extract(carrier, hasHeader ? getter : (from, key) -> getter.get(from, ATTRIBUTE + key));
        }
    }
}
