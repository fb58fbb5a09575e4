package io.oceanid.sink.commit;

import io.oceanid.support.telemetry.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Commits what several callers submit in one go. Nobody waits for a timer: what comes while all commits are under way
 * waits for the first of them to end and makes up the next one, so groups grow with the load and a lone caller is
 * committed at once.
 *
 * <p>Each {@link #submit} completes when, and only when, its own commit has. The queue is bounded by what the callers
 * hold: they are admitted by their bytes before they get here.
 *
 * <p>Thread-safe.
 *
 * @param <T> what is committed
 */
public final class GroupCommit<T> {

    private final Function<List<T>, Mono<Void>> commit;
    private final ToIntFunction<T> weight;
    private final GroupLimits limits;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * @param commit commits a group as a whole or, with an error, not at all; its elements are in order of submission
     * @param weight what an element counts towards {@link GroupLimits#weight}
     */
    public GroupCommit(GroupLimits limits, ToIntFunction<T> weight, Function<List<T>, Mono<Void>> commit) {
        this.limits = limits;
        this.weight = weight;
        this.commit = commit;
    }

    /** Commits an element with whatever else there is to commit; an error of the commit is one of all its callers. */
    public Mono<Void> submit(T element) {
        return Mono.create(caller -> {
            Waiting<T> waiting = new Waiting<>(element, caller);
            queue.add(waiting);
            // a caller that is gone before its turn came needs no commit
            caller.onCancel(() -> queue.remove(waiting));
            startCommits();
        });
    }

    private void startCommits() {
        while (!queue.isEmpty() && underWay.getAndUpdate(n -> Math.min(n + 1, limits.commits())) < limits.commits()) {
            List<Waiting<T>> group = nextGroup();
            if (group.isEmpty()) {
                // another thread was quicker; look again, since an element may have come between
                underWay.decrementAndGet();
                continue;
            }
            // the callers of submit wait for this subscription: each is told how it ended
            Mono.defer(() -> commit.apply(group.stream().map(Waiting::element).toList()))
                    .contextWrite(Observed.contextOf(group.getFirst().caller().contextView()))
                    .subscribe(null, error -> ended(group, error), () -> ended(group, null));
        }
    }

    private List<Waiting<T>> nextGroup() {
        List<Waiting<T>> group = new ArrayList<>();
        int sum = 0;
        while (group.size() < limits.elements() && sum < limits.weight()) {
            Waiting<T> next = queue.poll();
            if (next == null) {
                break;
            }
            group.add(next);
            sum += weight.applyAsInt(next.element());
        }
        return group;
    }

    private void ended(List<Waiting<T>> group, @Nullable Throwable error) {
        underWay.decrementAndGet();
        // the next group goes first: the answers to this one can wait that long
        startCommits();
        for (Waiting<T> waiting : group) {
            if (error == null) {
                waiting.caller().success();
            } else {
                waiting.caller().error(error);
            }
        }
    }

    private record Waiting<T>(T element, MonoSink<Void> caller) {}
}
