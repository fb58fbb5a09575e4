package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.BackendDeclaration;
import io.oceanid.bootstrapper.declaration.ProjectDeclaration;
import io.oceanid.bootstrapper.declaration.WebhookDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what is declared with what is there. Asks nobody. */
final class Planner {

    private Planner() {}

    /**
     * The plan.
     *
     * @param state null where there is no such project yet
     * @param missingTasks how many of the declared tasks it lacks
     */
    static Plan plan(
            ProjectDeclaration declared, @Nullable ProjectState state, long missingTasks, ApplyOptions options) {
        ProjectPlan project = new ProjectPlan(declared);
        List<Step> steps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (state == null) {
            steps.add(project.create());
        } else {
            steps.addAll(project.update(state));
        }
        List<JsonNode> backends = state == null ? List.of() : state.backends();
        List<JsonNode> webhooks = state == null ? List.of() : state.webhooks();
        steps.addAll(BackendPlan.steps(declared.backends(), backends));
        steps.addAll(WebhookPlan.steps(declared.webhooks(), webhooks));
        steps.addAll(strayWebhooks(declared, webhooks));
        project.late(state).ifPresent(steps::add);
        for (Step delete : undeclared(declared, backends, webhooks)) {
            if (options.prune()) {
                steps.add(delete);
            } else {
                notes.add(delete.target() + " is not declared, and stays; prune takes it away");
            }
        }
        if (missingTasks > 0) {
            steps.add(new Step.Fill(missingTasks, declared.tasks()));
        }
        List<String> held = state == null || options.force() ? List.of() : project.lostLabels(state);
        return new Plan(declared.name(), state == null ? null : state.id(), steps, held, notes);
    }

    /** Label Studio makes one for each backend, which sends the backend everything without its password. */
    private static List<Step> strayWebhooks(ProjectDeclaration declared, List<JsonNode> webhooks) {
        Set<String> wanted =
                declared.webhooks().stream().map(WebhookDeclaration::url).collect(Collectors.toSet());
        return declared.backends().stream()
                .map(BackendDeclaration::strayWebhook)
                .filter(url -> !wanted.contains(url))
                .flatMap(url -> There.of(webhooks, url).stream())
                .map(webhook -> WebhookPlan.delete("webhook that came with a backend, ", webhook))
                .toList();
    }

    private static List<Step> undeclared(
            ProjectDeclaration declared, List<JsonNode> backends, List<JsonNode> webhooks) {
        Set<String> backendUrls =
                declared.backends().stream().map(BackendDeclaration::url).collect(Collectors.toSet());
        Set<String> webhookUrls =
                declared.webhooks().stream().map(WebhookDeclaration::url).collect(Collectors.toSet());
        declared.backends().forEach(backend -> webhookUrls.add(backend.strayWebhook()));
        List<Step> deletes = new ArrayList<>();
        backends.stream()
                .filter(backend -> !backendUrls.contains(There.url(backend)))
                .forEach(backend -> deletes.add(BackendPlan.delete("backend ", backend)));
        webhooks.stream()
                .filter(webhook -> !webhookUrls.contains(There.url(webhook)))
                .forEach(webhook -> deletes.add(WebhookPlan.delete("webhook ", webhook)));
        return deletes;
    }
}
