package io.oceanid.sink.reconcile;

import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.support.failure.ConflictException;
import io.oceanid.support.failure.UnknownResourceException;
import io.oceanid.support.failure.UnusableAnswerException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the tables hold what Label Studio has, a project after the other.
 *
 * <p>Fails with a {@link io.oceanid.support.failure.DependencyUnavailableException} where Label Studio or PostgreSQL is
 * away, with an {@link UnusableAnswerException} where Label Studio refuses; what was repaired by then stays so. To cancel
 * is to stop after what is under way; the next sweep goes on.
 */
final class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final LabelStudioReading labelStudio;
    private final ProjectSweep sweep;
    private final ProjectTable projects;
    private final ProjectDeletion deletion;
    private final CursorTable cursors;
    private final SweepLock lock;
    private final InstantSource clock;

    Reconciler(
            LabelStudioReading labelStudio,
            ProjectSweep sweep,
            ProjectTable projects,
            ProjectDeletion deletion,
            CursorTable cursors,
            SweepLock lock,
            InstantSource clock) {
        this.labelStudio = labelStudio;
        this.sweep = sweep;
        this.projects = projects;
        this.deletion = deletion;
        this.cursors = cursors;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * One project. Fails with a {@link ConflictException} where somebody else is at it.
     */
    Mono<Report> project(long project, boolean full) {
        return one(project, full, null, true)
                .flatMap(report -> switch (report.sweep()) {
                    case ProjectReport.SKIPPED ->
                        Mono.<Report>error(new ConflictException(String.valueOf(report.problem())));
                    case ProjectReport.UNKNOWN ->
                        Mono.<Report>error(new UnknownResourceException("project", String.valueOf(report.problem())));
                    default -> Mono.just(new Report(List.of(report), report.complete()));
                })
                .onErrorMap(LabelStudioException.class, LabelStudioFailures::of);
    }

    /**
     * All that Label Studio or the tables have, the one that waits longest first.
     *
     * @param until when to stop and leave the rest to the next time; null for never
     */
    Mono<Report> all(boolean full, @Nullable Instant until) {
        return targets()
                .flatMap(targets -> Flux.fromIterable(targets.inTurn())
                        .index()
                        // one at least, however little time there is
                        .takeWhile(next -> next.getT1() == 0
                                || until == null
                                || clock.instant().isBefore(until))
                        .map(Tuple2::getT2)
                        .concatMap(project -> one(project, full, until, targets.areTrusted())
                                .onErrorMap(LabelStudioException.class, LabelStudioFailures::of)
                                .onErrorResume(LabelStudioFailures::isOfOneCall, e -> failed(project, e)))
                        .collectList()
                        .map(reports -> report(reports, targets.inTurn().size())))
                .onErrorMap(LabelStudioException.class, LabelStudioFailures::of);
    }

    private Mono<Targets> targets() {
        return Mono.zip(
                        labelStudio.projects().collect(Collectors.toSet()),
                        projects.live().collect(Collectors.toSet()),
                        cursors.lastSweeps())
                .map(found -> new Targets(found.getT1(), found.getT2(), found.getT3()));
    }

    private Mono<ProjectReport> one(long project, boolean full, @Nullable Instant until, boolean mayBeGone) {
        return lock.holding(
                        project,
                        () -> labelStudio
                                .project(project)
                                .flatMap(found -> sweep.run((ObjectNode) found, full, until))
                                .switchIfEmpty(Mono.defer(() -> gone(project, mayBeGone))),
                        () -> Mono.just(ProjectReport.without(
                                project, ProjectReport.SKIPPED, "project " + project + " is being reconciled already")))
                .doOnNext(Reconciler::tell);
    }

    private Mono<ProjectReport> gone(long project, boolean mayBeGone) {
        return mayBeGone
                ? deletion.reconcile(project, clock.instant())
                : Mono.just(ProjectReport.without(
                        project,
                        ProjectReport.FAILED,
                        "Label Studio has none of the projects of the tables: is it another one, or the token that of"
                                + " another organization? If the project was deleted, reconcile it by its id"));
    }

    private static Mono<ProjectReport> failed(long project, Throwable error) {
        ProjectReport report = ProjectReport.without(project, ProjectReport.FAILED, String.valueOf(error.getMessage()));
        tell(report);
        return Mono.just(report);
    }

    private static Report report(List<ProjectReport> reports, int wanted) {
        boolean complete = reports.size() == wanted && reports.stream().allMatch(ProjectReport::complete);
        return new Report(reports, complete);
    }

    private static void tell(ProjectReport report) {
        if (report.problem() == null) {
            log.info("reconciled: {}", report.json());
        } else {
            log.warn("project {} is not reconciled: {}", report.project(), report.problem());
        }
        report.webhooks().forEach(problem -> log.warn("project {}: {}", report.project(), problem));
    }
}
