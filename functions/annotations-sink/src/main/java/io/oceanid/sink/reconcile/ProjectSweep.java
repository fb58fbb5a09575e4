package io.oceanid.sink.reconcile;

import io.oceanid.sink.reconcile.Cursor.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Sweeps through the tasks of a project, a page at a time, and notes after each how far it came. */
final class ProjectSweep {

    private final LabelStudioReading labelStudio;
    private final PageReconciliation pages;
    private final ProjectTable projects;
    private final CursorTable cursors;
    private final RepairCount count;
    private final ReconcileProperties properties;
    private final InstantSource clock;

    ProjectSweep(
            LabelStudioReading labelStudio,
            PageReconciliation pages,
            ProjectTable projects,
            CursorTable cursors,
            RepairCount count,
            ReconcileProperties properties,
            InstantSource clock) {
        this.labelStudio = labelStudio;
        this.pages = pages;
        this.projects = projects;
        this.cursors = cursors;
        this.count = count;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param until when to stop and leave the rest to the next sweep; null for never */
    Mono<ProjectReport> run(ObjectNode project, boolean full, @Nullable Instant until) {
        long id = project.path("id").asLong(0);
        return Mono.defer(() -> {
            Instant begin = clock.instant();
            return projects.reconcile(project, begin)
                    .doOnNext(count::add)
                    .zipWith(labelStudio.webhooks(id, new WebhookCheck(properties.sinkWebhookUrl())))
                    .flatMap(found -> cursors.find(id)
                            .flatMap(cursor -> sweeps(project, cursor, full, until))
                            .map(run -> new ProjectReport(
                                    id,
                                    run.full() ? "full" : "incremental",
                                    run.complete(),
                                    found.getT1().plus(run.tally()),
                                    Duration.between(begin, clock.instant()),
                                    found.getT2(),
                                    null)));
        });
    }

    /** What was swept so far, with the latest sweep's cursor. */
    private record Run(Cursor cursor, Tally tally, boolean full, boolean complete) {

        Run then(Run next) {
            return new Run(next.cursor, tally.plus(next.tally), full || next.full, next.complete);
        }
    }

    /**
     * Goes on with the sweep that is under way, or begins one. What changed behind the back of one that was interrupted
     * an incremental one finds. If in the end the tables do not have as many as Label Studio counts, there was something
     * that leaves no trace in the tasks' times: a full sweep finds that.
     */
    private Mono<Run> sweeps(ObjectNode project, Cursor cursor, boolean full, @Nullable Instant until) {
        Instant now = clock.instant();
        Sweep underWay = cursor.underWay();
        if (underWay != null && (underWay.isFull() || !full)) {
            return sweep(project, cursor, underWay, until)
                    .flatMap(run -> run.complete() ? incremental(project, run, until) : Mono.just(run));
        }
        boolean all = full || cursor.isFullDue(now, properties.fullEvery());
        Sweep next = cursor.next(all, now, properties.overlap());
        return sweep(project, cursor, next, until)
                .flatMap(run -> run.complete() && !run.full() ? checked(project, run, until) : Mono.just(run));
    }

    private Mono<Run> incremental(ObjectNode project, Run before, @Nullable Instant until) {
        Sweep next = before.cursor().next(false, clock.instant(), properties.overlap());
        return sweep(project, before.cursor(), next, until)
                .flatMap(run -> run.complete() ? checked(project, run, until) : Mono.just(run))
                .map(before::then);
    }

    private Mono<Run> checked(ObjectNode project, Run before, @Nullable Instant until) {
        return labelStudio
                .project(project.path("id").asLong(0))
                .flatMap(projects::countsAgree)
                .defaultIfEmpty(true)
                .flatMap(agree -> agree
                        ? Mono.just(before)
                        : Mono.defer(() -> sweep(
                                        project,
                                        before.cursor(),
                                        before.cursor().next(true, clock.instant(), properties.overlap()),
                                        until))
                                .map(before::then));
    }

    private Mono<Run> sweep(ObjectNode project, Cursor cursor, Sweep sweep, @Nullable Instant until) {
        return page(project, cursor, sweep)
                .expand(step ->
                        step.run().complete() || isOver(until) ? Mono.empty() : page(project, cursor, step.next()))
                .reduce((one, next) -> new Step(one.run().then(next.run()), next.next()))
                .map(Step::run);
    }

    private record Step(Run run, Sweep next) {}

    private Mono<Step> page(ObjectNode project, Cursor cursor, Sweep sweep) {
        TaskRange range = new TaskRange(cursor.project(), sweep.after(), TaskRange.NO_LIMIT, sweep.since());
        return labelStudio.tasks(range).flatMap(page -> {
            Sweep next = new Sweep(sweep.beganAt(), sweep.since(), page.coveredTo());
            Cursor moved = page.isLast() ? cursor.ended(sweep) : cursor.at(next);
            return pages.reconcile(page, project, sweep.beganAt())
                    .doOnNext(count::add)
                    .flatMap(tally -> cursors.save(moved)
                            .thenReturn(new Step(new Run(moved, tally, sweep.isFull(), page.isLast()), next)));
        });
    }

    private boolean isOver(@Nullable Instant until) {
        return until != null && !clock.instant().isBefore(until);
    }
}
