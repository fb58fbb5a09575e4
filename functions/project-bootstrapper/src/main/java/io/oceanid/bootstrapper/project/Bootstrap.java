package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.BackendDeclaration;
import io.oceanid.bootstrapper.declaration.ProjectDeclaration;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.support.failure.ConflictException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings projects to what is declared of them, again and again, without duplicates.
 *
 * <p>Thread-safe: applies of one name take turns.
 */
public final class Bootstrap {

    private final Turns turns = new Turns();
    private final LabelStudioProjects projects;
    private final BackendWaker waker;
    private final TaskFiller filler;
    private final Applier applier;

    Bootstrap(LabelStudioClient labelStudio, BackendWaker waker, TaskFiller filler) {
        this.projects = new LabelStudioProjects(labelStudio);
        this.waker = waker;
        this.filler = filler;
        this.applier = new Applier(projects, waker, filler);
    }

    /** What an apply would do, as JSON. Changes nothing. */
    public Mono<ObjectNode> plan(ProjectDeclaration declared, ApplyOptions options) {
        return planned(declared, options).map(Report::of);
    }

    /**
     * Does it; gives what was done, as JSON. Nothing is done if that would take labels away that are in use
     * ({@link ConflictException}). Fails with an {@link io.oceanid.support.failure.UnfinishedException} where it stopped
     * half-way: to be applied again.
     */
    public Mono<ObjectNode> apply(ProjectDeclaration declared, ApplyOptions options) {
        return turns.of(declared.name(), planned(declared, options).flatMap(this::apply));
    }

    /**
     * Applies to a project of which Label Studio has told: one that is marked with the declaration's name, or that has its
     * title, no mark, and no brother that is marked. Empty if it is neither.
     */
    public Mono<ObjectNode> applyTo(long project, ProjectDeclaration declared) {
        return turns.of(
                declared.name(),
                projects.all()
                        .filter(all -> isMeant(project, declared, all))
                        .flatMap(_ -> planned(declared, new ApplyOptions(false, false, project)))
                        .flatMap(this::apply));
    }

    /**
     * Puts the webhooks right of the project that is marked with the declaration's name: those that were switched off,
     * changed or taken away. Nothing else of it changes. Empty if there was nothing to do, or is no such project.
     */
    public Mono<ObjectNode> applyWebhooks(ProjectDeclaration declared) {
        return turns.of(
                declared.name(),
                projects.all()
                        .flatMap(all -> Mono.justOrEmpty(new Marker(declared.name()).oldest(all)))
                        .flatMap(id -> projects.webhooks(id).map(there -> webhookPlan(declared, id, there)))
                        .filter(plan -> !plan.steps().isEmpty())
                        .flatMap(applier::apply));
    }

    private Mono<ObjectNode> apply(Plan plan) {
        if (!plan.held().isEmpty()) {
            return Mono.error(
                    new ConflictException(String.join("; ", plan.held()) + "; force takes them away all the same"));
        }
        return applier.apply(plan);
    }

    private Mono<Plan> planned(ProjectDeclaration declared, ApplyOptions options) {
        return find(declared, options)
                .flatMap(id -> wake(declared.backends())
                        .then(Mono.zip(
                                projects.state(id).flatMap(state -> withLabelsInUse(declared, state)),
                                missing(declared, id),
                                (state, missing) -> Planner.plan(declared, state, missing, options))))
                .switchIfEmpty(Mono.fromCallable(
                        () -> Planner.plan(declared, null, declared.tasks().size(), options)));
    }

    private static Plan webhookPlan(ProjectDeclaration declared, long project, List<JsonNode> there) {
        return new Plan(declared.name(), project, WebhookPlan.steps(declared.webhooks(), there), List.of(), List.of());
    }

    /** Asks about labels that would go: the summary may not know any more that annotations have them. */
    private Mono<ProjectState> withLabelsInUse(ProjectDeclaration declared, ProjectState state) {
        if (!state.hasAnnotations()) {
            return Mono.just(state);
        }
        Mono<ProjectState> all = Mono.just(state);
        for (var control : new ProjectPlan(declared).undeclaredLabels(state).entrySet()) {
            for (String label : control.getValue()) {
                all = all.flatMap(known -> projects.tasksWith(state.id(), label)
                        .map(tasks -> known.using(control.getKey(), label, tasks)));
            }
        }
        return all;
    }

    private Mono<Long> missing(ProjectDeclaration declared, long project) {
        return declared.tasks().isEmpty() ? Mono.just(0L) : filler.missing(project, declared.tasks());
    }

    private Mono<Long> find(ProjectDeclaration declared, ApplyOptions options) {
        return options.project() == null
                ? projects.all().flatMap(all -> Mono.justOrEmpty(found(declared, all)))
                : Mono.just(options.project());
    }

    private static @Nullable Long found(ProjectDeclaration declared, List<JsonNode> all) {
        Long marked = new Marker(declared.name()).oldest(all).orElse(null);
        if (marked == null) {
            all.stream()
                    .filter(project -> isUnmarkedNamesake(declared, project))
                    .findFirst()
                    .ifPresent(project -> refuse(declared, project.path("id").longValue()));
        }
        return marked;
    }

    private static void refuse(ProjectDeclaration declared, long namesake) {
        throw new ConflictException(
                "project %d has the title %s and no mark of the bootstrapper: take it over with ?project=%d, or declare another title"
                        .formatted(namesake, declared.title(), namesake));
    }

    private static boolean isMeant(long id, ProjectDeclaration declared, List<JsonNode> all) {
        Long marked = new Marker(declared.name()).oldest(all).orElse(null);
        return marked == null
                ? all.stream()
                        .filter(project -> project.path("id").longValue() == id)
                        .anyMatch(project -> isUnmarkedNamesake(declared, project))
                : marked == id;
    }

    private static boolean isUnmarkedNamesake(ProjectDeclaration declared, JsonNode project) {
        return project.path("title").stringValue("").strip().equalsIgnoreCase(declared.title())
                && !Marker.isOnAny(project.path("description").stringValue(""));
    }

    /** So that Label Studio, which asks its backends as it tells of them, finds them awake. */
    private Mono<Void> wake(List<BackendDeclaration> backends) {
        return Flux.fromIterable(backends).flatMap(waker::wake).then();
    }
}
