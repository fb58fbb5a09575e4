package io.oceanid.sink.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.sink.database.DatabaseGuard;
import io.oceanid.sink.database.PostgresError;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Commits arrivals to the end: a transaction that lost against another, or with its connection, is run again; a group
 * that holds rows which PostgreSQL refuses is halved until they stand alone, and those go to quarantine while the rest
 * is stored. Only where the database is not available does it fail, and then nothing of the group is said to be stored.
 *
 * <p>Thread-safe.
 */
public final class ArrivalCommit {

    private static final Logger log = LoggerFactory.getLogger(ArrivalCommit.class);

    static final Retry AGAIN = Retry.backoff(5, Duration.ofMillis(5))
            .jitter(0.9)
            .filter(error -> DatabaseFailure.of(error) == DatabaseFailure.AGAIN)
            .onRetryExhaustedThrow((_, signal) -> signal.failure());

    private final AnnotationStore store;
    private final DatabaseGuard guard;
    private final CommitMeter meter;

    public ArrivalCommit(ConnectionFactory connections, DatabaseGuard guard, MeterRegistry meters) {
        this.store = new AnnotationStore(connections);
        this.guard = guard;
        this.meter = new CommitMeter(meters);
    }

    /**
     * Commits a group.
     *
     * @return completes once every one is stored or in quarantine; an error is always a
     *     {@link DependencyUnavailableException}, or a fault in this program
     */
    public Mono<Void> commit(List<Arrival> group) {
        return meter.measured(group.size(), guard.guard(isolating(group)));
    }

    private Mono<Void> isolating(List<Arrival> group) {
        return store.commit(group)
                .retryWhen(AGAIN)
                .doOnNext(meter::count)
                .then()
                .onErrorResume(ArrivalCommit::isRefusal, refusal -> {
                    if (group.size() == 1) {
                        return quarantine(group.getFirst(), refusal);
                    }
                    int half = group.size() / 2;
                    return isolating(group.subList(0, half)).then(isolating(group.subList(half, group.size())));
                });
    }

    private Mono<Void> quarantine(Arrival arrival, Throwable refusal) {
        String reason = "PostgreSQL refuses it: " + PostgresError.reason(refusal);
        log.warn("to quarantine: {}", reason);
        return store.quarantine(arrival, reason);
    }

    private static boolean isRefusal(Throwable error) {
        return DatabaseFailure.of(error) == DatabaseFailure.REFUSED;
    }
}
