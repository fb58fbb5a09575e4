package io.oceanid.adapter.batch;

import io.oceanid.adapter.batch.Call.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Puts the items of all callers into common batches.
 *
 * <p>A lone caller never waits for company: with no batch under way, what is there is sent at once, in as many batches as
 * it takes. While some are, a new call waits until a batch is full, its linger is over or nothing is under way any more. Callers take turns, so a call of
 * hundreds of items does not keep a call of one waiting; of one call, items of like size go together, since a batch is
 * padded to its largest.
 *
 * <p>Thread-safe.
 *
 * @param <I> an item
 * @param <O> what becomes of it
 */
public final class Batcher<I, O> {

    private final BatchLimits limits;
    private final ToIntFunction<I> size;
    private final Isolation<I, O> run;
    private final Scheduler timer;

    /** What there is to change in the fields below; one thread at a time does. */
    private final Queue<Runnable> changes = new ConcurrentLinkedQueue<>();

    private final AtomicInteger pending = new AtomicInteger();

    private final Deque<Call<I, O>> calls = new ArrayDeque<>();
    private int underWay;
    private boolean timed;

    /**
     * @param size by which items are alike
     * @param timer for the linger
     */
    public Batcher(BatchLimits limits, ToIntFunction<I> size, Isolation<I, O> run, Scheduler timer) {
        this.limits = limits;
        this.size = size;
        this.run = run;
        this.timer = timer;
    }

    /**
     * An attempt for each item, in their order; does not fail. What was not sent yet when a caller gives up is not.
     * The answer may come while others are served: callers do their own work on a thread of their own.
     */
    public Mono<List<Attempt<O>>> submit(List<I> items) {
        if (items.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.create(caller -> {
            Call<I, O> call = new Call<>(items, size, timer.now(TimeUnit.NANOSECONDS), caller);
            caller.onCancel(() -> change(() -> calls.remove(call)));
            caller.onDispose(timer.schedule(
                    () -> change(() -> giveUp(call)), limits.patience().toNanos(), TimeUnit.NANOSECONDS));
            change(() -> calls.add(call));
        });
    }

    private void giveUp(Call<I, O> call) {
        calls.remove(call);
        call.giveUp(new TimeoutException("not done within " + limits.patience()));
    }

    /** Makes a change, or leaves it to the thread that is making others. */
    private void change(Runnable change) {
        changes.add(change);
        if (pending.getAndIncrement() == 0) {
            do {
                Objects.requireNonNull(changes.poll()).run();
                send();
            } while (pending.decrementAndGet() != 0);
        }
    }

    private void send() {
        while (underWay < limits.concurrency() && !calls.isEmpty()) {
            long wait = toWait();
            if (wait > 0) {
                lingerFor(wait);
                return;
            }
            List<Place<I, O>> batch = nextBatch();
            underWay++;
            // the callers of submit wait for this subscription: it answers each of them, and does not fail
            run.attempt(batch.stream().map(Place::item).toList())
                    .contextWrite(batch.getFirst().call().context())
                    .subscribe(attempts -> change(() -> ended(batch, attempts)));
        }
    }

    /** Nanoseconds until the items that are there are to be sent, come others or not. */
    private long toWait() {
        int waiting = calls.stream().mapToInt(Call::waiting).sum();
        if (underWay == 0 || waiting >= limits.size() || calls.stream().anyMatch(Call::isBegun)) {
            return 0;
        }
        long now = timer.now(TimeUnit.NANOSECONDS);
        long longest =
                calls.stream().mapToLong(call -> now - call.arrival()).max().orElse(0);
        return limits.linger().toNanos() - longest;
    }

    private void lingerFor(long nanos) {
        if (!timed) {
            timed = true;
            timer.schedule(() -> change(() -> timed = false), nanos, TimeUnit.NANOSECONDS);
        }
    }

    private List<Place<I, O>> nextBatch() {
        List<Place<I, O>> batch = new ArrayList<>();
        while (batch.size() < limits.size() && !calls.isEmpty()) {
            Call<I, O> call = calls.removeFirst();
            call.moveTo(batch, limits.size());
            if (call.waiting() > 0) {
                calls.addLast(call);
            }
        }
        return batch;
    }

    private void ended(List<Place<I, O>> batch, List<Attempt<O>> attempts) {
        underWay--;
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).call().done(batch.get(i).place(), attempts.get(i));
        }
    }
}
