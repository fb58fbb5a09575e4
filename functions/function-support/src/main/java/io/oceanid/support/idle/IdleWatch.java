package io.oceanid.support.idle;

import io.oceanid.support.http.Route;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Does something once whenever nothing has been asked for a while: after the start, and after the last of some requests.
 * Whoever looks whether the function is well, or is not let in, asks for nothing; what that took to answer is a reason to do it
 * again, a tenth of the while later, unless a request is under way. There is one timer at most, and none once it has done what
 * is to be done. Thread-safe.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class IdleWatch implements WebFilter {

    private final Duration patience;
    private final Runnable whenIdle;
    private final Scheduler scheduler;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long lastMillis;

    /** @param scheduler whose clock counts, and which may be blocked */
    IdleWatch(Duration patience, Runnable whenIdle, Scheduler scheduler) {
        this.patience = patience;
        this.whenIdle = whenIdle;
        this.scheduler = scheduler;
        lastMillis = now();
    }

    /** From now on it is idle, until the next request. */
    void begin() {
        lastMillis = now();
        lookWithin(patience);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Route.takenBy(exchange.getAttributes()).map(Route::door).orElse(Route.Door.OPEN) == Route.Door.OPEN) {
            return chain.filter(exchange).doFinally(_ -> lookWithin(patience.dividedBy(10)));
        }
        return Mono.defer(() -> {
            underWay.incrementAndGet();
            return chain.filter(exchange).doFinally(_ -> {
                if (underWay.decrementAndGet() == 0) {
                    begin();
                }
            });
        });
    }

    /** Unless there is a timer already, which looks when its time has come. */
    private void lookWithin(Duration time) {
        if (waiting.compareAndSet(false, true)) {
            lookIn(time.toMillis());
        }
    }

    private void lookIn(long millis) {
        scheduler.schedule(this::look, millis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long left = lastMillis + patience.toMillis() - now();
        if (left > 0) {
            lookIn(left);
            return;
        }
        // whoever is under way begins another wait at the end
        waiting.set(false);
        if (underWay.get() == 0) {
            whenIdle.run();
        }
    }

    private long now() {
        return scheduler.now(TimeUnit.MILLISECONDS);
    }
}
