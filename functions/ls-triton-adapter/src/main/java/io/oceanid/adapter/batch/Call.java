package io.oceanid.adapter.batch;

import io.oceanid.support.telemetry.Observed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/** What one caller waits for. For one thread at a time. */
final class Call<I, O> {

    private final List<I> items;
    private final long arrival;
    private final MonoSink<List<Attempt<O>>> caller;

    /** The places of the items that are still to be sent, the largest item last. */
    private final List<Integer> waiting;

    private final Map<Integer, Attempt<O>> attempts = new TreeMap<>();

    Call(List<I> items, ToIntFunction<I> size, long arrival, MonoSink<List<Attempt<O>>> caller) {
        this.items = items;
        this.arrival = arrival;
        this.caller = caller;
        this.waiting = new ArrayList<>(IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> size.applyAsInt(items.get(place))))
                .toList());
    }

    /** What a batch that begins with it is a part of. */
    Context context() {
        return Observed.contextOf(caller.contextView());
    }

    /** When it came, in nanoseconds. */
    long arrival() {
        return arrival;
    }

    /** Whether some of its items are sent. */
    boolean isBegun() {
        return waiting.size() < items.size();
    }

    int waiting() {
        return waiting.size();
    }

    /** Moves items into a batch until it is full: the largest, which are alike. */
    void moveTo(List<Place<I, O>> batch, int limit) {
        while (!waiting.isEmpty() && batch.size() < limit) {
            int place = waiting.removeLast();
            batch.add(new Place<>(this, place, items.get(place)));
        }
    }

    /** Answers the caller with the last of its items. What comes after that is for nobody. */
    void done(int place, Attempt<O> attempt) {
        boolean isLast = attempts.putIfAbsent(place, attempt) == null && attempts.size() == items.size();
        if (isLast) {
            caller.success(List.copyOf(attempts.values()));
        }
    }

    /** Answers with what there is; the rest has failed. */
    void giveUp(Throwable reason) {
        IntStream.range(0, items.size()).forEach(place -> done(place, new Attempt.Failed<>(reason)));
    }

    /** An item in a batch, and where it came from. */
    record Place<I, O>(Call<I, O> call, int place, I item) {}
}
