package io.oceanid.support.telemetry;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetricsPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

/**
 * Where a function's metrics and observations go. For code that knows no Spring.
 *
 * @param meters metrics
 * @param observations what is timed, and traced where traces are on
 */
public record Telemetry(MeterRegistry meters, ObservationRegistry observations) {

    /** Goes nowhere. */
    public static Telemetry none() {
        return new Telemetry(new CompositeMeterRegistry(), ObservationRegistry.NOOP);
    }

    /** Shows the state and the calls of a circuit breaker, under its name. */
    public void watch(CircuitBreaker breaker) {
        new TaggedCircuitBreakerMetricsPublisher(meters).publishMetrics(breaker);
    }

    /** Times and traces the calls of a peer over HTTP. */
    public HttpClientCalls callsOf(String peer) {
        return new HttpClientCalls(observations, peer);
    }

    /** Shows the connections to a peer over HTTP. */
    public HttpPoolMeters poolOf(String peer) {
        return new HttpPoolMeters(meters, peer);
    }
}
