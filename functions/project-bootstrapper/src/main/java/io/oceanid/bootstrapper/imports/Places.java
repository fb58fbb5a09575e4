package io.oceanid.bootstrapper.imports;

import io.oceanid.support.failure.OverloadedException;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** Lets so many works at once be done; more fail with an {@link OverloadedException}. Thread-safe. */
final class Places {

    private final AtomicInteger free;

    Places(int count) {
        this.free = new AtomicInteger(count);
    }

    <T> Mono<T> take(Mono<T> work) {
        return Mono.using(this::enter, _ -> work, AtomicInteger::incrementAndGet);
    }

    private AtomicInteger enter() {
        if (free.getAndUpdate(count -> Math.max(0, count - 1)) == 0) {
            throw new OverloadedException("as many imports as this function does at once are running");
        }
        return free;
    }
}
