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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Makes the tables hold what a page says. */
record PageReconciliation(
        LabelStudioReading labelStudio,
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
        return tasks.of(readings.taskStates())
                .zipWhen(_ -> annotations.of(readings.annotationStates()))
                .flatMap(found -> {
                    List<Lack> lacks = new ArrayList<>();
                    Tally tally = tasks(readings, found.getT1(), lacks)
                            .plus(annotations(readings, found.getT2(), lacks))
                            .plus(Kind.UNREADABLE, readings.unreadable().size());
                    return originals(lacks, project)
                            .flatMap(originals -> repairs.states(
                                    lacks.stream()
                                            .map(lack -> lack.repair(events, originals, project, readings.readAt()))
                                            .toList(),
                                    readings.readAt()))
                            .then(repairs.commit(readings.unreadable()))
                            .thenReturn(tally);
                });
    }

    private Mono<Originals> originals(List<Lack> lacks, JsonNode project) {
        Set<Long> wanted = lacks.stream()
                .filter(Lack::needsOriginal)
                .map(lack -> lack.listed().id())
                .collect(Collectors.toCollection(TreeSet::new));
        return wanted.isEmpty()
                ? Mono.just(Originals.NONE)
                : labelStudio.originals(project.path("id").asLong(0), wanted);
    }

    private static Tally tasks(PageReadings readings, Map<Long, Finding> found, List<Lack> lacks) {
        Tally tally = Tally.NONE;
        for (PageReadings.Reading<Task> reading : readings.tasks()) {
            Finding finding = Objects.requireNonNull(found.get(reading.state().id()));
            if (finding.verdict().isRepaired()) {
                lacks.add(new Lack(reading.listed(), null, finding));
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

    private static Tally annotations(PageReadings readings, Map<Long, Finding> found, List<Lack> lacks) {
        Tally tally = Tally.NONE;
        for (PageReadings.Reading<Annotation> reading : readings.annotations()) {
            Finding finding = Objects.requireNonNull(found.get(reading.state().id()));
            if (finding.verdict().isRepaired()) {
                lacks.add(new Lack(reading.listed(), reading.node(), finding));
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
