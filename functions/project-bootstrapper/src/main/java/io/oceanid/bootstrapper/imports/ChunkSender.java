package io.oceanid.bootstrapper.imports;

import io.oceanid.bootstrapper.labelstudio.Failures;
import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Sends chunk after chunk. Where Label Studio does not say what became of a chunk, it looks before it sends again. Not
 * for two chunks at once.
 */
final class ChunkSender {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    /** Of rows that Label Studio refuses, before any is taken: the rows do not go with the project. */
    private static final int REFUSED_AT_FIRST = 10;

    private static final int REFUSED = 1_000;

    private final ProjectTasks tasks;
    private final ImportSettings settings;
    private final Tally tally;
    private long newest;
    private int refused;
    private boolean uncertain;

    /** @param newest id of a task that is older than all that are sent */
    ChunkSender(ProjectTasks tasks, ImportSettings settings, Tally tally, long newest) {
        this.tasks = tasks;
        this.settings = settings;
        this.tally = tally;
        this.newest = newest;
    }

    /** Whether a chunk was sent again, so that tasks may be there twice. */
    boolean isUncertain() {
        return uncertain;
    }

    Mono<Void> send(List<NewTask> chunk) {
        return attempt(chunk, 1);
    }

    private Mono<Void> attempt(List<NewTask> chunk, int number) {
        return tasks.store(chunk)
                .doOnNext(highest -> stored(chunk.size(), highest))
                .then()
                .onErrorResume(
                        LabelStudioException.class,
                        e -> mayHaveBeenStored(e) ? later(chunk, number, e) : withoutRefused(chunk, e));
    }

    private void stored(int rows, long highest) {
        newest = Math.max(newest, highest);
        tally.sent(rows);
    }

    /** A 500 too: a database that is locked, or a proxy's. */
    private static boolean mayHaveBeenStored(LabelStudioException e) {
        return e.isTemporary() || e.status() < 400 || e.status() >= 500;
    }

    private Mono<Void> later(List<NewTask> chunk, int number, LabelStudioException e) {
        uncertain = true;
        if (number >= settings.tries()) {
            return Mono.error(stopped(e));
        }
        return Mono.delay(pause(number))
                .then(missing(chunk))
                .flatMap(rest -> rest.isEmpty() ? Mono.empty() : attempt(rest, number + 1))
                .onErrorResume(LabelStudioException.class, next -> later(chunk, number + 1, next));
    }

    private Mono<List<NewTask>> missing(List<NewTask> chunk) {
        return tasks.after(newest)
                .filter(task -> task.row() != null)
                .collect(LongSet::new, (keys, task) -> {
                    if (task.row() != null) {
                        keys.add(task.row().key());
                    }
                })
                .map(there -> {
                    List<NewTask> rest = chunk.stream()
                            .filter(task -> !there.contains(task.digest().key()))
                            .toList();
                    tally.sent(chunk.size() - rest.size());
                    return rest;
                });
    }

    private Duration pause(int number) {
        Duration pause = settings.pause().multipliedBy(1L << Math.min(number - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Mono<Void> withoutRefused(List<NewTask> chunk, LabelStudioException e) {
        Refusal refusal = e.status() == 400 ? Refusal.in(String.valueOf(e.getMessage())) : null;
        if (refusal == null || refusal.item() >= chunk.size()) {
            return Mono.error(Failures.of(e, "file"));
        }
        NewTask task = chunk.get(refusal.item());
        refused++;
        if (settings.refuseBroken() || refused >= (tally.sent() == 0 ? REFUSED_AT_FIRST : REFUSED)) {
            return Mono.error(new InvalidRequestException(
                    refusal.field(), "%s: %s%s".formatted(task.place(), refusal.reason(), soFar())));
        }
        tally.skip(task.place(), refusal.reason());
        List<NewTask> rest = new ArrayList<>(chunk);
        rest.remove(refusal.item());
        return rest.isEmpty() ? Mono.empty() : attempt(rest, 1);
    }

    private RuntimeException stopped(LabelStudioException e) {
        return new DependencyUnavailableException(
                e.getMessage() + soFar() + "; the same import again goes on with the rest", e);
    }

    private String soFar() {
        return tally.sent() == 0 ? "" : "; " + tally.sent() + " rows were sent before";
    }
}
