package io.oceanid.sink.reconcile;

import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Finds what the tables have and Label Studio does not. What is not on a page may have been made after that page was
 * read: it is asked for a second time, after the table was read, and only then believed to be gone.
 */
record Deletions(LabelStudioReading labelStudio, Suspects suspects, StateEvents events, Repairs repairs) {

    /** Tasks between those of a page. */
    Mono<Tally> tasks(TaskPage page, Instant sweepBegan) {
        return tasks(page, page.range().after(), sweepBegan);
    }

    private Mono<Tally> tasks(TaskPage page, long after, Instant sweepBegan) {
        return suspects.tasks(page, after, sweepBegan).flatMap(suspected -> {
            if (suspected.isEmpty()) {
                return Mono.just(Tally.NONE);
            }
            long last = suspected.getLast();
            TaskRange range = new TaskRange(page.range().project(), suspected.getFirst() - 1, last, null);
            return labelStudio.taskIds(range).flatMap(second -> {
                Set<Long> there = second.taskIds();
                List<CloudEvent> gone = suspected.stream()
                        .filter(id -> id <= second.coveredTo() && !there.contains(id))
                        .map(id -> events.tasksDeleted(id, range.project(), sweepBegan))
                        .toList();
                Tally tally = Tally.of(Tally.Kind.TASK_UNDELETED, gone.size()).plus(Tally.Kind.PAGE, 1);
                return repairs.commit(gone)
                        .then(
                                suspected.size() < Suspects.AT_ONCE
                                        ? Mono.just(tally)
                                        : tasks(page, last, sweepBegan).map(tally::plus));
            });
        });
    }

    /** Annotations of the tasks of a page. */
    Mono<Tally> annotations(TaskPage page, Instant sweepBegan) {
        return annotations(page, 0, sweepBegan);
    }

    private Mono<Tally> annotations(TaskPage page, long after, Instant sweepBegan) {
        return suspects.annotations(page, after, sweepBegan).flatMap(suspected -> {
            if (suspected.isEmpty()) {
                return Mono.just(Tally.NONE);
            }
            return labelStudio.tasks(page.range().upTo(page.coveredTo())).flatMap(second -> {
                Set<Long> tasks = second.taskIds();
                Set<Long> there = second.annotationIds();
                List<CloudEvent> gone = suspected.stream()
                        .filter(suspect -> tasks.contains(suspect.task()) && !there.contains(suspect.id()))
                        .map(suspect -> events.annotationsDeleted(
                                suspect.id(), page.range().project(), sweepBegan))
                        .toList();
                Tally tally =
                        Tally.of(Tally.Kind.ANNOTATION_UNDELETED, gone.size()).plus(Tally.Kind.PAGE, 1);
                return repairs.commit(gone)
                        .then(
                                suspected.size() < Suspects.AT_ONCE
                                        ? Mono.just(tally)
                                        : annotations(page, suspected.getLast().id(), sweepBegan)
                                                .map(tally::plus));
            });
        });
    }
}
