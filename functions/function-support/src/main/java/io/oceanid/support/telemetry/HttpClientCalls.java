package io.oceanid.support.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;

/**
 * Calls of one peer over HTTP, each timed and a span, as OpenTelemetry's HTTP conventions have it.
 *
 * <p>Thread-safe.
 */
public final class HttpClientCalls {

    static final String NAME = "http.client.request.duration";

    private final ObservationRegistry observations;
    private final String peer;

    /** @param peer the attribute {@code peer.service} */
    public HttpClientCalls(ObservationRegistry observations, String peer) {
        this.observations = observations;
        this.peer = peer;
    }

    /**
     * Makes a call.
     *
     * @param call is told the headers that carry the trace on, none where nothing is traced
     * @param status that an answer has
     */
    public <T> Mono<T> observe(String method, Function<Map<String, String>, Mono<T>> call, ToIntFunction<T> status) {
        return Mono.defer(() -> {
            Map<String, String> headers = new LinkedHashMap<>();
            return Observed.of(
                    () -> observation(method, headers),
                    observation ->
                            call.apply(headers).doOnNext(answer -> answered(observation, status.applyAsInt(answer))));
        });
    }

    private Observation observation(String method, Map<String, String> headers) {
        return Observation.createNotStarted(NAME, () -> context(headers), observations)
                .contextualName(method)
                .lowCardinalityKeyValue("http.request.method", method)
                .lowCardinalityKeyValue("peer.service", peer)
                .lowCardinalityKeyValue("http.response.status_code", KeyValue.NONE_VALUE);
    }

    private Observation.Context context(Map<String, String> headers) {
        RequestReplySenderContext<Map<String, String>, Object> context =
                new RequestReplySenderContext<>((carrier, name, value) -> {
                    if (carrier != null) {
                        carrier.put(name, value);
                    }
                });
        context.setCarrier(headers);
        context.setRemoteServiceName(peer);
        return context;
    }

    private static void answered(Observation observation, int status) {
        String code = String.valueOf(status);
        observation.lowCardinalityKeyValue("http.response.status_code", code);
        if (status >= 400) {
            observation.lowCardinalityKeyValue(ErrorType.KEY, code);
        }
    }
}
