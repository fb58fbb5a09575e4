package io.oceanid.sink.database;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.guard.BreakerSettings;
import io.oceanid.support.telemetry.Telemetry;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Ends work on a database that takes too long, and leaves a database alone that is away: whoever comes then is told so at
 * once, and not after the time that it takes to find out.
 *
 * <p>Thread-safe.
 */
public final class DatabaseGuard {

    private final CircuitBreaker breaker;
    private final Duration timeout;

    /** @param timeout for one piece of work */
    public DatabaseGuard(BreakerSettings settings, Duration timeout, Telemetry telemetry) {
        this.breaker = settings.breaker("postgresql", DependencyUnavailableException.class::isInstance);
        this.timeout = timeout;
        telemetry.watch(breaker);
    }

    /** The work, whose errors of PostgreSQL's are {@link DependencyUnavailableException}s. */
    public <T> Mono<T> guard(Mono<T> work) {
        return work.timeout(timeout)
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        CallNotPermittedException.class,
                        open -> new DependencyUnavailableException(
                                "PostgreSQL is not asked for now, since it did not answer as it should of late", open));
    }
}
