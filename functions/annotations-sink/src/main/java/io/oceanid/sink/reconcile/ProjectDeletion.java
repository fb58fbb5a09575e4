package io.oceanid.sink.reconcile;

import io.oceanid.sink.reconcile.Tally.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells the tables of a project that Label Studio does not have. */
record ProjectDeletion(
        ProjectTable projects, PredictionTable predictions, StateEvents events, Repairs repairs, RepairCount count) {

    Mono<ProjectReport> reconcile(long project, Instant begin) {
        return projects.live()
                .any(live -> live == project)
                .flatMap(live -> live
                        ? delete(project, begin)
                        : Mono.just(ProjectReport.without(
                                project,
                                ProjectReport.UNKNOWN,
                                "Label Studio has no project " + project + ", nor had it one here")));
    }

    private Mono<ProjectReport> delete(long project, Instant begin) {
        Tally tally = Tally.of(Kind.PROJECT_UNDELETED, 1);
        return repairs.commit(List.of(events.projectDeleted(project, begin)))
                .then(predictions.goneWith(project, begin))
                .then(Mono.fromSupplier(() -> {
                    count.add(tally);
                    return new ProjectReport(project, "deleted", true, tally, Duration.ZERO, List.of(), null);
                }));
    }
}
