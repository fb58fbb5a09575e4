package io.oceanid.sink.reconcile;

import io.oceanid.events.labelstudio.Annotation;
import io.oceanid.events.labelstudio.Task;
import io.oceanid.sink.reconcile.Tally.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Makes the tables hold what a page says. */
record PageReconciliation(
        TaskComparison tasks,
        AnnotationComparison annotations,
        Deletions deletions,
        PredictionTable predictions,
        StateEvents events,
        Repairs repairs,
        InstantSource clock) {

    /** @param project as Label Studio has it */
    Mono<Tally> reconcile(TaskPage page, JsonNode project, Instant sweepBegan) {
        return Mono.defer(() -> states(PageReadings.of(page, events, clock.instant()), project))
                .zipWhen(_ -> page.range().since() == null ? deletions.tasks(page, sweepBegan) : Mono.just(Tally.NONE))
                .map(tallies -> tallies.getT1().plus(tallies.getT2()))
                .zipWhen(_ -> deletions.annotations(page, sweepBegan), Tally::plus)
                .zipWhen(_ -> predictions.reconcile(page, sweepBegan), Tally::plus)
                .map(tally -> tally.plus(Kind.PAGE, 1)
                        .plus(Kind.TASK, page.tasks().size())
                        .plus(Kind.ANNOTATION, page.annotationIds().size()));
    }

    private Mono<Tally> states(PageReadings readings, JsonNode project) {
        return Mono.zip(tasks.of(readings.taskStates()), annotations.of(readings.annotationStates()))
                .flatMap(found -> {
                    List<Repair> needed = new ArrayList<>();
                    Tally tally = tasks(readings, found.getT1(), needed)
                            .plus(annotations(readings, found.getT2(), project, needed))
                            .plus(Kind.UNREADABLE, readings.unreadable().size());
                    readings.unreadable().forEach(event -> needed.add(new Repair(event, false)));
                    return repairs.states(needed, readings.readAt()).thenReturn(tally);
                });
    }

    private static Tally tasks(PageReadings readings, Map<Long, Finding> found, List<Repair> needed) {
        Tally tally = Tally.NONE;
        for (PageReadings.Reading<Task> reading : readings.tasks()) {
            Finding finding = Objects.requireNonNull(found.get(reading.state().id()));
            if (finding.verdict().isRepaired()) {
                needed.add(new Repair(reading.event(), finding.sameTime()));
            }
            tally = switch (finding.verdict()) {
                case SAME -> tally;
                case MISSING -> tally.plus(Kind.TASK_MISSING, 1);
                case OUTDATED -> tally.plus(Kind.TASK_OUTDATED, 1);
                case TOUCHED -> tally.plus(Kind.TASK_TOUCHED, 1);
                case BURIED -> tally.plus(Kind.TASK_BURIED, 1);
            };
        }
        return tally;
    }

    private Tally annotations(PageReadings readings, Map<Long, Finding> found, JsonNode project, List<Repair> needed) {
        Tally tally = Tally.NONE;
        for (PageReadings.Reading<Annotation> reading : readings.annotations()) {
            Finding finding = Objects.requireNonNull(found.get(reading.state().id()));
            if (finding.verdict().isRepaired()) {
                needed.add(new Repair(
                        events.annotation(reading.node(), reading.listed().task(), project, readings.readAt()),
                        finding.sameTime()));
            }
            tally = switch (finding.verdict()) {
                case SAME, TOUCHED -> tally;
                case MISSING -> tally.plus(Kind.ANNOTATION_MISSING, 1);
                case OUTDATED -> tally.plus(Kind.ANNOTATION_OUTDATED, 1);
                case BURIED -> tally.plus(Kind.ANNOTATION_BURIED, 1);
            };
        }
        return tally;
    }
}
