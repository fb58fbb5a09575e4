package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.BackendDeclaration;
import io.oceanid.bootstrapper.project.Report.Done;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.UnfinishedException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what a plan says, one step after another. */
final class Applier {

    private final LabelStudioProjects projects;
    private final BackendWaker waker;
    private final TaskFiller filler;

    Applier(LabelStudioProjects projects, BackendWaker waker, TaskFiller filler) {
        this.projects = projects;
        this.waker = waker;
        this.filler = filler;
    }

    /**
     * Gives the report of it. Fails with an {@link UnfinishedException}, which has that too, at the first step that fails:
     * what was done stays, and the next apply goes on from there.
     */
    Mono<ObjectNode> apply(Plan plan) {
        return Mono.defer(() -> {
            Progress progress = new Progress(plan.project());
            return Flux.fromIterable(plan.steps())
                    .concatMap(step -> Mono.defer(() -> run(step, progress))
                            .doOnNext(result -> progress.done(step, result))
                            .switchIfEmpty(Mono.fromRunnable(() -> progress.done(step, null))))
                    .then(Mono.fromCallable(() -> progress.report(plan)))
                    .onErrorMap(error -> new UnfinishedException(error, progress.report(plan)));
        });
    }

    private Mono<JsonNode> run(Step step, Progress progress) {
        return switch (step) {
            case Step.CreateProject create ->
                create(create).doOnNext(progress::isNow).then(Mono.empty());
            case Step.UpdateProject update ->
                projects.update(progress.id(), update.fields()).then(Mono.empty());
            case Step.CreateBackend create ->
                create(progress.id(), create.backend()).then(Mono.empty());
            case Step.UpdateBackend update ->
                waker.wake(update.backend())
                        .then(projects.updateBackend(update.id(), BackendPlan.fields(progress.id(), update.backend())))
                        .then(Mono.empty());
            case Step.CreateWebhook create ->
                projects.createWebhook(WebhookPlan.fields(progress.id(), create.webhook()))
                        .then(Mono.empty());
            case Step.UpdateWebhook update ->
                projects.updateWebhook(update.id(), WebhookPlan.fields(progress.id(), update.webhook()))
                        .then(Mono.empty());
            case Step.Delete delete -> projects.delete(delete.path()).then(Mono.empty());
            case Step.Fill fill -> filler.fill(progress.id(), fill.rows());
        };
    }

    /** Another instance may have made one at the same time: the older one stays. */
    private Mono<Long> create(Step.CreateProject create) {
        return projects.create(create.fields())
                .flatMap(id -> projects.all()
                        .flatMap(all -> create.marker()
                                        .oldest(all)
                                        .filter(oldest -> !oldest.equals(id))
                                        .isEmpty()
                                ? Mono.just(id)
                                : projects.delete("/api/projects/%d/".formatted(id))
                                        .then(Mono.error(new DependencyUnavailableException(
                                                "another apply made the project at the same time: apply again",
                                                null)))));
    }

    /** The webhook that Label Studio makes for a backend goes again, unless it was there before. */
    private Mono<Void> create(long project, BackendDeclaration backend) {
        return waker.wake(backend)
                .then(projects.webhooks(project))
                .map(webhooks -> There.of(webhooks, backend.strayWebhook()).isEmpty())
                .flatMap(isNew -> projects.createBackend(BackendPlan.fields(project, backend))
                        .then(isNew ? dropStray(project, backend) : Mono.empty()));
    }

    private Mono<Void> dropStray(long project, BackendDeclaration backend) {
        return projects.webhooks(project)
                .flatMapIterable(webhooks -> There.of(webhooks, backend.strayWebhook()))
                .concatMap(webhook -> projects.delete("/api/webhooks/%d/".formatted(There.id(webhook))))
                .then();
    }

    /** What was done so far. For one apply, whose steps come one after another. */
    private static final class Progress {

        private final List<Done> done = new java.util.ArrayList<>();
        private @Nullable Long project;

        Progress(@Nullable Long project) {
            this.project = project;
        }

        void isNow(long id) {
            project = id;
        }

        long id() {
            return Objects.requireNonNull(project, "the first step makes the project");
        }

        void done(Step step, @Nullable JsonNode result) {
            done.add(new Done(step, result));
        }

        ObjectNode report(Plan plan) {
            return Report.of(
                    plan,
                    project,
                    done,
                    plan.steps().subList(done.size(), plan.steps().size()));
        }
    }
}
