package io.oceanid.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Events that were accepted and not yet delivered to all, in a file. What a method has returned from is on the disk, as far
 * as the operating system keeps its promises to a process that is killed.
 *
 * <p>Thread-safe.
 */
final class EventQueue implements AutoCloseable {

    private final MVStore store;
    private final MVMap<Long, byte[]> events;

    /** {@link Delivery#key} → tries that failed. */
    private final MVMap<String, Integer> open;

    /** Event → how many of its deliveries are open. */
    private final MVMap<Long, Integer> wanting;

    private long last;

    EventQueue(Path file) {
        this.store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open();
        this.events = store.openMap("events");
        this.open = store.openMap("deliveries");
        this.wanting = store.openMap("wanting");
        this.last = Objects.requireNonNullElse(events.lastKey(), 0L);
    }

    /** Keeps an event for those who are to get it; none of them, and it is not kept. */
    synchronized List<Delivery> add(byte[] event, List<String> triggers) {
        if (triggers.isEmpty()) {
            return List.of();
        }
        long sequence = ++last;
        events.put(sequence, event);
        wanting.put(sequence, triggers.size());
        List<Delivery> deliveries = triggers.stream()
                .map(trigger -> new Delivery(trigger, sequence))
                .toList();
        deliveries.forEach(delivery -> open.put(delivery.key(), 0));
        store.commit();
        return deliveries;
    }

    /** All that are open, in order. */
    synchronized List<Delivery> open() {
        List<Delivery> deliveries = new ArrayList<>(open.size());
        open.keySet().forEach(key -> deliveries.add(Delivery.of(key)));
        return deliveries;
    }

    /** The event; null if the delivery is no longer open. */
    synchronized byte @Nullable [] event(Delivery delivery) {
        return open.containsKey(delivery.key()) ? events.get(delivery.sequence()) : null;
    }

    /** Counts a try that failed; gives how many did. */
    synchronized int failed(Delivery delivery) {
        int tries = Objects.requireNonNullElse(open.get(delivery.key()), 0) + 1;
        open.put(delivery.key(), tries);
        store.commit();
        return tries;
    }

    /** Takes a delivery for done, and the event away with the last of them. */
    synchronized void done(Delivery delivery) {
        if (open.remove(delivery.key()) == null) {
            return;
        }
        int left = Objects.requireNonNullElse(wanting.get(delivery.sequence()), 1) - 1;
        if (left > 0) {
            wanting.put(delivery.sequence(), left);
        } else {
            wanting.remove(delivery.sequence());
            events.remove(delivery.sequence());
        }
        store.commit();
    }

    synchronized int size() {
        return open.size();
    }

    @Override
    public synchronized void close() {
        if (!store.isClosed()) {
            store.close();
        }
    }
}
