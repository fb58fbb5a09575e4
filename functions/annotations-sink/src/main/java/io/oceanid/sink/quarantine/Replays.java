package io.oceanid.sink.quarantine;

import io.oceanid.sink.database.PostgresError;
import io.oceanid.sink.store.QuarantineStore;
import io.oceanid.sink.store.Quarantined;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.UnknownResourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs again what waits in quarantine, each one by itself. Several at once do no harm: what one is at the others pass by.
 *
 * <p>Thread-safe.
 */
final class Replays {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    private final QuarantineStore store;
    private final QuarantineReader reader;
    private final int batch;

    /** @param batch how many are run again at one go, at the most */
    Replays(QuarantineStore store, QuarantineReader reader, int batch) {
        this.store = store;
        this.reader = reader;
        this.batch = batch;
    }

    /**
     * What came of it.
     *
     * @param left how many wait now
     */
    record Outcome(int replayed, int failed, long left) {}

    /**
     * Runs those whose turn it is.
     *
     * @return fails with a {@link DependencyUnavailableException} if the database cannot be used; what was replayed by
     *     then is
     */
    Mono<Outcome> next() {
        return run(store.next(batch).flatMapIterable(ids -> ids));
    }

    /**
     * Runs one, if it waits.
     *
     * @return fails with an {@link UnknownResourceException} if there was never such a one; else see {@link #next}
     */
    Mono<Outcome> one(long id) {
        return run(store.exists(id)
                .flatMapMany(exists -> exists
                        ? Flux.just(id)
                        : Flux.error(new UnknownResourceException("id", "nothing in quarantine has the id " + id))));
    }

    private Mono<Outcome> run(Flux<Long> ids) {
        return ids.concatMap(this::replay)
                .reduce(new Outcome(0, 0, 0), Replays::count)
                .flatMap(
                        counted -> store.waiting().map(left -> new Outcome(counted.replayed(), counted.failed(), left)))
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable);
    }

    private static Outcome count(Outcome sum, boolean replayed) {
        return new Outcome(sum.replayed() + (replayed ? 1 : 0), sum.failed() + (replayed ? 0 : 1), 0);
    }

    /** Whether it could be; empty if somebody else was quicker. */
    private Mono<Boolean> replay(long id) {
        return store.read(id)
                .flatMap(this::release)
                .filter(released -> released)
                .onErrorResume(
                        // the database's own are not its fault; any other may not stand in the way of those behind it
                        error -> !PostgresError.isOne(error),
                        error -> fail(id, error));
    }

    private Mono<Boolean> fail(long id, Throwable error) {
        log.warn("{} stays in quarantine: {}", id, error.getMessage());
        return store.failed(id, String.valueOf(error.getMessage())).thenReturn(false);
    }

    private Mono<Boolean> release(Quarantined waiting) {
        return Mono.fromCallable(() -> reader.read(waiting)).flatMap(events -> store.release(waiting.id(), events));
    }
}
