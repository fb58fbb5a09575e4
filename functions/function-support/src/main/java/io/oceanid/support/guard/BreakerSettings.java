package io.oceanid.support.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * When a peer is left alone.
 *
 * @param window how many of the last calls count; fewer do not open it
 * @param failurePercent how many of them may fail
 * @param open how long it is left alone then, before a call tries it
 */
public record BreakerSettings(int window, int failurePercent, Duration open) {

    /** @throws IllegalArgumentException if they make no sense */
    public BreakerSettings {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1");
        }
        if (failurePercent < 1 || failurePercent > 100) {
            throw new IllegalArgumentException("failure-percent must be 1 to 100");
        }
        if (!open.isPositive()) {
            throw new IllegalArgumentException("open must be more than nothing");
        }
    }

    /**
     * Settings as they are configured.
     *
     * @param prefix of their names
     * @throws IllegalArgumentException whose message begins with the name of the one that makes no sense
     */
    public static BreakerSettings of(String prefix, int window, int failurePercent, Duration open) {
        try {
            return new BreakerSettings(window, failurePercent, open);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(prefix + e.getMessage(), e);
        }
    }

    /** A circuit breaker that counts some failures; others show that the peer is there. */
    public CircuitBreaker breaker(String peer, Predicate<Throwable> counts) {
        return CircuitBreaker.of(
                peer,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(window)
                        // results come on event loops, which a lock would hold up
                        .slidingWindowSynchronizationStrategy(SlidingWindowSynchronizationStrategy.LOCK_FREE)
                        .minimumNumberOfCalls(window)
                        .failureRateThreshold(failurePercent)
                        .waitDurationInOpenState(open)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(counts)
                        .writableStackTraceEnabled(false)
                        .build());
    }
}
