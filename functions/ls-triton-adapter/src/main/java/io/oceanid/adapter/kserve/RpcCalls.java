package io.oceanid.adapter.kserve;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import io.oceanid.support.telemetry.Observed;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Calls over gRPC, each timed and a span, as OpenTelemetry's RPC conventions have it. */
record RpcCalls(ObservationRegistry observations) {

    private static final String NAME = "rpc.client.duration";

    /**
     * Makes a call.
     *
     * @param call is told the metadata that carry the trace on, none where nothing is traced
     */
    <T> Mono<T> observe(MethodDescriptor<?, ?> method, Function<Metadata, Mono<T>> call) {
        return Mono.defer(() -> {
            Metadata metadata = new Metadata();
            return Observed.of(
                    () -> observation(method, metadata),
                    observation -> call.apply(metadata)
                            .doOnSuccess(_ -> ended(observation, Status.OK))
                            .doOnError(failure -> ended(observation, Status.fromThrowable(failure))));
        });
    }

    private Observation observation(MethodDescriptor<?, ?> method, Metadata metadata) {
        return Observation.createNotStarted(NAME, () -> context(metadata), observations)
                .contextualName(method.getFullMethodName())
                .lowCardinalityKeyValue("rpc.system", "grpc")
                .lowCardinalityKeyValue("rpc.method", Objects.requireNonNullElse(method.getBareMethodName(), ""))
                .lowCardinalityKeyValue("peer.service", ResilientServer.PEER)
                .lowCardinalityKeyValue(
                        "rpc.grpc.status_code",
                        String.valueOf(Status.CANCELLED.getCode().value()));
    }

    private static void ended(Observation observation, Status status) {
        observation.lowCardinalityKeyValue(
                "rpc.grpc.status_code", String.valueOf(status.getCode().value()));
    }

    private static Observation.Context context(Metadata metadata) {
        SenderContext<Metadata> context = new SenderContext<>((carrier, name, value) -> {
            if (carrier != null) {
                carrier.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
            }
        });
        context.setCarrier(metadata);
        context.setRemoteServiceName(ResilientServer.PEER);
        return context;
    }
}
