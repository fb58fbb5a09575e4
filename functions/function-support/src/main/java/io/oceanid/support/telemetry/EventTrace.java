package io.oceanid.support.telemetry;

import io.cloudevents.CloudEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.List;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Goes on with the trace that an event carries in its body (distributed tracing extension), where its request has none. */
public final class EventTrace {

    private static final String PARENT = "traceparent";

    private EventTrace() {}

    /**
     * The work on events, as a part of the trace of the first of them.
     *
     * @param headers of the request, which have a say before the event
     */
    public static Mono<Void> goingOn(HttpHeaders headers, List<CloudEvent> events, Mono<Void> work) {
        boolean carriesOne = !events.isEmpty()
                && events.getFirst().getExtension(PARENT) != null
                && !headers.containsHeader(PARENT)
                && !headers.containsHeader("ce-" + PARENT);
        return carriesOne
                ? Mono.deferContextual(context -> context.<Object>getOrDefault(ObservationThreadLocalAccessor.KEY, null)
                                instanceof Observation request
                        ? Observed.of(() -> of(events.getFirst(), request.getObservationRegistry()), _ -> work)
                        : work)
                : work;
    }

    private static Observation of(CloudEvent event, ObservationRegistry observations) {
        return Observation.createNotStarted("messaging.process.duration", () -> context(event), observations)
                .contextualName("process")
                .lowCardinalityKeyValue("messaging.operation.name", "process")
                .lowCardinalityKeyValue("messaging.system", "cloudevents");
    }

    private static Observation.Context context(CloudEvent event) {
        ReceiverContext<CloudEvent> context = new ReceiverContext<>(
                (carrier, name) -> carrier.getExtension(name) instanceof String value ? value : null, Kind.CONSUMER);
        context.setCarrier(event);
        return context;
    }
}
