package io.oceanid.adapter.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Runs a batch so that an item that spoils it does not take the others along: where the batch as a whole is refused, its
 * halves are tried by themselves.
 *
 * <p>Thread-safe.
 */
public final class Isolation<I, O> {

    private final Function<List<I>, Mono<List<O>>> run;
    private final Predicate<Throwable> isAnItemsFault;

    /**
     * @param run gives as many outputs as there are inputs, in their order
     * @param isAnItemsFault whether a batch that failed so might succeed without one of its items
     */
    public Isolation(Function<List<I>, Mono<List<O>>> run, Predicate<Throwable> isAnItemsFault) {
        this.run = run;
        this.isAnItemsFault = isAnItemsFault;
    }

    /** An attempt for each item, in their order; does not fail. */
    public Mono<List<Attempt<O>>> attempt(List<I> items) {
        return Mono.defer(() -> run.apply(items))
                .map(outputs -> done(items, outputs))
                .onErrorResume(error -> items.size() > 1 && isAnItemsFault.test(error)
                        ? halves(items)
                        : Mono.just(failed(items, error)));
    }

    private Mono<List<Attempt<O>>> halves(List<I> items) {
        int middle = items.size() / 2;
        return attempt(items.subList(0, middle))
                .flatMap(first -> attempt(items.subList(middle, items.size())).map(second -> {
                    List<Attempt<O>> all = new ArrayList<>(first);
                    all.addAll(second);
                    return all;
                }));
    }

    private static <I, O> List<Attempt<O>> done(List<I> items, List<O> outputs) {
        if (items.size() != outputs.size()) {
            throw new IllegalStateException(items.size() + " items, " + outputs.size() + " outputs");
        }
        return outputs.stream().<Attempt<O>>map(Attempt.Done::new).toList();
    }

    private static <I, O> List<Attempt<O>> failed(List<I> items, Throwable error) {
        return items.stream().<Attempt<O>>map(_ -> new Attempt.Failed<>(error)).toList();
    }
}
