package io.oceanid.sink.quarantine;

import io.oceanid.sink.store.QuarantineStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Knows how many wait in quarantine, so that a scrape asks nobody.
 *
 * <p>Thread-safe.
 */
final class QuarantineWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QuarantineWatch.class);

    private final AtomicReference<Double> waiting;
    private final CompletableFuture<@Nullable Void> watching;

    private QuarantineWatch(AtomicReference<Double> waiting, CompletableFuture<@Nullable Void> watching) {
        this.waiting = waiting;
        this.watching = watching;
    }

    /** Counts every so often, until it is closed. */
    static QuarantineWatch start(QuarantineStore store, Duration every) {
        AtomicReference<Double> waiting = new AtomicReference<>(Double.NaN);
        // held by the watch, whose end is its own
        CompletableFuture<@Nullable Void> watching = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(_ -> count(store).doOnNext(waiting::set), 1)
                .then()
                .toFuture();
        return new QuarantineWatch(waiting, watching);
    }

    /** How many waited when last counted; not a number where that is not known. */
    double waiting() {
        return waiting.get();
    }

    @Override
    public void close() {
        watching.cancel(false);
    }

    private static Mono<Double> count(QuarantineStore store) {
        return store.waiting().map(Long::doubleValue).onErrorResume(error -> {
            log.debug("quarantine cannot be counted: {}", error.getMessage());
            return Mono.just(Double.NaN);
        });
    }
}
