package io.oceanid.source.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.support.failure.Failure;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts webhooks by what became of them, and says in the log which were turned away: nobody will send them again. What
 * answers 5xx is logged where it is answered.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class WebhookWatch implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(WebhookWatch.class);

    /** Whoever has no secret may ask as often as they like, and fill no log. */
    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private static final Set<String> OUTCOMES =
            Set.of("accepted", "abandoned", "unauthenticated", "overloaded", "undelivered", "unreadable");

    private final String path;
    private final MeterRegistry meters;
    private final AtomicLong lastTold = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

    WebhookWatch(String path, MeterRegistry meters) {
        this.path = path;
        this.meters = meters;
        // there from the start, so that the first of a kind is seen as one more
        OUTCOMES.forEach(this::counter);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().equals(path)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange)
                .doOnSuccess(_ -> count("accepted"))
                .doOnCancel(() -> count("abandoned"))
                .doOnError(error -> turnedAway(Failure.of(error)));
    }

    private void turnedAway(Failure failure) {
        int status = failure.status().value();
        switch (status) {
            case 401 -> {
                count("unauthenticated");
                tellOfStrangers();
            }
            case 429 -> count("overloaded");
            default -> count(failure.status().is5xxServerError() ? "undelivered" : "unreadable");
        }
        if (failure.status().is4xxClientError() && status != 401) {
            log.warn("a webhook was turned away with {}: {}", status, failure.detail());
        }
    }

    private void tellOfStrangers() {
        long now = System.nanoTime();
        long last = lastTold.get();
        if (now - last >= PAUSE_NANOS && lastTold.compareAndSet(last, now)) {
            log.warn("a webhook came without the right secret; more of them are not told of for a minute");
        }
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("oceanid.source.webhooks")
                .description("webhooks that came")
                .tag("outcome", outcome)
                .register(meters);
    }
}
