package io.oceanid.adapter.kserve;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.support.telemetry.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/**
 * A server asked with patience and with manners: a call that finds it unavailable is made again, not often, not at once
 * and not after its deadline; a server that is gone is left alone for a while (circuit breaker); what it says of its
 * models is kept.
 *
 * <p>Thread-safe. To be closed, which ends its connections.
 */
public final class ResilientServer implements InferenceServer, AutoCloseable {

    /** The server's name in metrics and traces. */
    static final String PEER = "triton";

    private final Transport transport;
    private final InferenceServerSettings settings;
    private final CircuitBreaker breaker;
    private final Map<String, Kept<ModelDescription>> descriptions = new ConcurrentHashMap<>();

    ResilientServer(Transport transport, InferenceServerSettings settings, Telemetry telemetry) {
        this.transport = transport;
        this.settings = settings;
        this.breaker = CircuitBreaker.of(PEER, config(settings.breaker()));
        telemetry.watch(breaker);
    }

    /** One that nobody watches. */
    public static ResilientServer of(InferenceServerSettings settings) {
        return of(settings, Telemetry.none());
    }

    /** One that asks the server of some settings, over HTTP or gRPC; connects when first asked. */
    public static ResilientServer of(InferenceServerSettings settings, Telemetry telemetry) {
        Transport transport = settings.overGrpc()
                ? new GrpcInferenceServer(settings, telemetry)
                : new HttpInferenceServer(settings, telemetry);
        return new ResilientServer(transport, settings, telemetry);
    }

    @Override
    public Mono<ModelDescription> describe(String model) {
        return descriptions
                .computeIfAbsent(
                        model, name -> new Kept<>(guarded(name, transport.describe(name)), settings.descriptionsFor()))
                .get()
                .doOnError(failure -> {
                    if (isAny(failure, Kind.UNKNOWN_MODEL, Kind.REFUSED)) {
                        // names come from callers too, and there is no end of wrong ones
                        descriptions.remove(model);
                    }
                });
    }

    @Override
    public Mono<List<Tensor>> infer(InferRequest request) {
        return guarded(request.model(), transport.infer(request)).doOnError(failure -> {
            Kept<ModelDescription> kept = descriptions.get(request.model());
            if (kept != null && isAny(failure, Kind.UNKNOWN_MODEL, Kind.REFUSED)) {
                // it may have been loaded anew, with another config
                kept.forget();
            }
        });
    }

    /** Whether the server is left alone for now. Any call to it would end as {@link Kind#UNAVAILABLE}. */
    public boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    @Override
    public void close() {
        transport.close();
    }

    private <T> Mono<T> guarded(String model, Mono<T> call) {
        String what = "model " + OneLine.of(model);
        return Mono.defer(() -> {
            Deadline deadline = Deadline.in(settings.timeouts().total());
            return Mono.defer(() -> once(what, call, deadline)).retryWhen(new Patience(settings.retries(), deadline));
        });
    }

    private <T> Mono<T> once(String what, Mono<T> call, Deadline deadline) {
        Duration most = deadline.atMost(settings.timeouts().call());
        return call.timeout(most)
                .onErrorMap(
                        TimeoutException.class,
                        _ -> new InferenceException(
                                Kind.UNAVAILABLE, "%s: no answer in %d ms".formatted(what, most.toMillis()), null))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        CallNotPermittedException.class,
                        open -> new InferenceException(
                                Kind.UNAVAILABLE,
                                what + ": not asked, since the server was unavailable (its circuit breaker is open)",
                                open));
    }

    private static CircuitBreakerConfig config(InferenceServerSettings.Breaker breaker) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(breaker.window())
                // results come on event loops, which a lock would hold up
                .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .minimumNumberOfCalls(breaker.window())
                .failureRateThreshold(breaker.failurePercent())
                .waitDurationInOpenState(breaker.open())
                // else it would stay open for those who ask whether it is, and then do not call
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(1)
                // what else fails shows that the server is there
                .recordException(failure -> isAny(failure, Kind.UNAVAILABLE))
                .writableStackTraceEnabled(false)
                .build();
    }

    private static boolean isAny(Throwable failure, Kind... kinds) {
        return failure instanceof InferenceException known && List.of(kinds).contains(known.kind());
    }
}
