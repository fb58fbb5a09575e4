package io.oceanid.broker;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers what the queue has. A delivery that waits for its next try holds nobody up. Thread-safe. */
final class Dispatcher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** Events under way to one subscriber. */
    private static final int AT_ONCE = 16;

    private final EventQueue queue;
    private final Map<String, Lane> lanes;
    private final Subscribers subscribers;
    private final DeliverySpec spec;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Dispatcher(EventQueue queue, List<Trigger> triggers, Subscribers subscribers, DeliverySpec spec) {
        this.queue = queue;
        this.lanes = triggers.stream()
                .collect(Collectors.toMap(Trigger::name, trigger -> new Lane(trigger, new Semaphore(AT_ONCE, true))));
        this.subscribers = subscribers;
        this.spec = spec;
    }

    /** Those that want such events. */
    List<String> wanting(String type) {
        return lanes.values().stream()
                .map(Lane::trigger)
                .filter(trigger -> trigger.wants(type))
                .map(Trigger::name)
                .toList();
    }

    /** Delivers as soon as may be. */
    void submit(Delivery delivery) {
        try {
            threads.execute(() -> deliver(delivery));
        } catch (RejectedExecutionException _) {
            // the broker ends; the queue has it
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private void deliver(Delivery delivery) {
        Lane lane = lanes.get(delivery.trigger());
        if (lane == null) {
            done(delivery); // there is no such trigger any more
            return;
        }
        try {
            lane.places.acquire();
            try {
                tryOnce(delivery, lane.trigger);
            } finally {
                lane.places.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the broker ends; the queue has it
        }
    }

    private void tryOnce(Delivery delivery, Trigger trigger) throws InterruptedException {
        byte[] stored = queue.event(delivery);
        if (stored == null) {
            return;
        }
        CloudEvent event = read(stored);
        switch (subscribers.post(event, trigger.subscriber())) {
            case Outcome.Taken _ -> done(delivery);
            case Outcome.Refused refused -> refused(delivery, trigger, event, refused);
        }
    }

    private void refused(Delivery delivery, Trigger trigger, CloudEvent event, Outcome.Refused refused)
            throws InterruptedException {
        int tries = queue.failed(delivery);
        boolean mayHelp = refused.isTemporary() && tries <= spec.retries();
        URI deadLetters = spec.deadLetterSink();
        if (!mayHelp && deadLetters != null) {
            log.warn("{} did not take {} ({}): to the dead letters", trigger.name(), event.getId(), refused.code());
            Outcome buried = subscribers.post(DeadLetter.of(event, trigger.subscriber(), refused), deadLetters);
            if (buried instanceof Outcome.Taken) {
                done(delivery);
                return;
            }
        }
        later(delivery, tries);
    }

    private void done(Delivery delivery) {
        queue.done(delivery);
    }

    private void later(Delivery delivery, int tries) {
        CompletableFuture.delayedExecutor(spec.pause(tries).toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> submit(delivery));
    }

    /** A trigger, and how many more events may be under way to its subscriber. */
    private record Lane(Trigger trigger, Semaphore places) {}

    private static CloudEvent read(byte[] stored) {
        return CloudEventCodec.decode(Map.of("content-type", "application/cloudevents+json"), stored)
                .getFirst();
    }
}
