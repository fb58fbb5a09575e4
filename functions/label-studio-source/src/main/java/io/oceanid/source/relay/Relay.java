package io.oceanid.source.relay;

import io.oceanid.source.broker.Broker;
import io.oceanid.source.broker.OutgoingEvent;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.OverloadedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * From Label Studio to the broker, within a time that Label Studio waits for.
 *
 * <p>Thread-safe.
 */
final class Relay {

    private final Translation translation;
    private final Broker broker;
    private final Duration budget;
    private final int postsAtOnce;

    Relay(Translation translation, Broker broker, Duration budget, int postsAtOnce) {
        this.translation = translation;
        this.broker = broker;
        this.budget = budget;
        this.postsAtOnce = postsAtOnce;
    }

    /**
     * Hands the events of a webhook over; completes when the broker has all of them. One that it does not take keeps no
     * other back: nobody will send them again, and what was taken twice is told by its id.
     *
     * @return fails within the budget: with an {@link InvalidRequestException} if it is no webhook, with a
     *     {@link DependencyUnavailableException} if an event was not accepted, and with an {@link OverloadedException}
     *     if its turn never came
     */
    Mono<Void> relay(byte[] webhook) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            return translation
                    .translate(webhook)
                    .timeout(budget)
                    .onErrorMap(
                            TimeoutException.class,
                            _ -> new OverloadedException(
                                    "the webhook could not be read within %d ms: too much is being worked on"
                                            .formatted(budget.toMillis())))
                    .flatMap(events -> deliver(events, budget.minusNanos(System.nanoTime() - begin)))
                    .flatMap(delivery -> Mono.justOrEmpty(delivery.failure()))
                    .flatMap(Mono::error);
        });
    }

    private Mono<Delivery> deliver(List<OutgoingEvent> events, Duration left) {
        return Flux.fromIterable(events)
                .flatMap(event -> broker.post(event).map(verdict -> new Delivery.Post(event, verdict)), postsAtOnce)
                .takeUntilOther(Mono.delay(left))
                .collectList()
                .map(posts -> new Delivery(events, posts));
    }
}
