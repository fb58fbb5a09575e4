package io.oceanid.source.relay;

import io.oceanid.events.labelstudio.UnreadableWebhookException;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.source.broker.OutgoingEvent;
import io.oceanid.source.broker.Overrides;
import io.oceanid.support.failure.InvalidRequestException;
import io.oceanid.support.failure.OverloadedException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * From a webhook to the events that go out. Large ones are translated one after the other on a thread of their own: they
 * keep no event loop busy, and there is never more than one large tree in memory.
 *
 * <p>Thread-safe.
 */
final class Translation implements AutoCloseable {

    /** A millisecond or so. */
    private static final int SMALL_BYTES = 64 * 1024;

    /** Their bytes are bounded at the door; within the budget a few have their turn. */
    private static final int WAITING = 256;

    private final WebhookTranslator translator;
    private final Overrides overrides;
    private final InstantSource clock;
    private final Scheduler large = Schedulers.newBoundedElastic(1, WAITING, "translation");

    Translation(WebhookTranslator translator, Overrides overrides, InstantSource clock) {
        this.translator = translator;
        this.overrides = overrides;
        this.clock = clock;
    }

    /** Fails with an {@link InvalidRequestException} if it is no webhook. */
    Mono<List<OutgoingEvent>> translate(byte[] webhook) {
        Mono<List<OutgoingEvent>> events = Mono.fromSupplier(() -> translated(webhook));
        return webhook.length <= SMALL_BYTES
                ? events
                : events.subscribeOn(large)
                        .onErrorMap(
                                RejectedExecutionException.class,
                                _ -> new OverloadedException("too many large webhooks are being worked on already"));
    }

    @Override
    public void close() {
        large.dispose();
    }

    private List<OutgoingEvent> translated(byte[] webhook) {
        try {
            return translator.translate(webhook, clock.instant()).stream()
                    .map(event -> OutgoingEvent.of(event, overrides))
                    .toList();
        } catch (UnreadableWebhookException e) {
            throw new InvalidRequestException("body", String.valueOf(e.getMessage()));
        }
    }
}
