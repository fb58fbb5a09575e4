package io.oceanid.sink.reconcile;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * So many calls a second and no more, whoever makes them.
 *
 * <p>Thread-safe.
 */
final class Pace {

    private final long interval;
    private final Scheduler scheduler;
    private final AtomicLong next = new AtomicLong();

    Pace(double perSecond, Scheduler scheduler) {
        this.interval = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
        this.scheduler = scheduler;
    }

    /** The call, when its turn has come. */
    <T> Mono<T> take(Mono<T> call) {
        return Mono.defer(() -> {
            long now = scheduler.now(TimeUnit.NANOSECONDS);
            long turn = next.getAndUpdate(free -> Math.max(free, now) + interval);
            return turn <= now
                    ? call
                    : Mono.delay(Duration.ofNanos(turn - now), scheduler).then(call);
        });
    }
}
