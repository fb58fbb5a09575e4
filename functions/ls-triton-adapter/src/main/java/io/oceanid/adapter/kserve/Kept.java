package io.oceanid.adapter.kserve;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Something that is asked for once and then kept for a while: one call for all who ask meanwhile, ended when the last
 * of them is gone. Failures are not kept.
 */
final class Kept<T> {

    private record Value<T>(T value, long until) {}

    private final Mono<T> source;
    private final long nanos;
    private final AtomicReference<@Nullable Value<T>> kept = new AtomicReference<>();
    private final AtomicReference<@Nullable Mono<T>> call = new AtomicReference<>();

    Kept(Mono<T> source, Duration time) {
        this.source = source;
        this.nanos = time.toNanos();
    }

    Mono<T> get() {
        return Mono.defer(() -> {
            Value<T> value = kept.get();
            if (value != null && value.until - System.nanoTime() > 0) {
                return Mono.just(value.value);
            }
            Mono<T> running = call.get();
            if (running != null) {
                return running;
            }
            Mono<T> next = call();
            return call.compareAndSet(null, next) ? next : get();
        });
    }

    private Mono<T> call() {
        return source.doOnNext(value -> kept.set(new Value<>(value, System.nanoTime() + nanos)))
                // before those who wait hear of it, since they may ask again at once
                .doOnTerminate(() -> call.set(null))
                .doOnCancel(() -> call.set(null))
                .flux()
                .replay(1)
                .refCount(1)
                .singleOrEmpty();
    }

    /** What is known is known no longer. */
    void forget() {
        kept.set(null);
    }
}
