package io.oceanid.bootstrapper.project;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets those who want the same take turns.
 *
 * <p>Thread-safe.
 */
final class Turns {

    private final Map<String, Mono<Void>> last = new HashMap<>();

    /** The work, begun when all that asked for the same key before have ended, well or not. */
    <T> Mono<T> of(String key, Mono<T> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> end = Sinks.empty();
            Mono<Void> ended = end.asMono();
            Mono<Void> before = take(key, ended);
            return (before == null ? work : before.then(work)).doFinally(_ -> {
                release(key, ended);
                end.tryEmitEmpty();
            });
        });
    }

    private synchronized @Nullable Mono<Void> take(String key, Mono<Void> turn) {
        return last.put(key, turn);
    }

    private synchronized void release(String key, Mono<Void> turn) {
        last.remove(key, turn);
    }
}
