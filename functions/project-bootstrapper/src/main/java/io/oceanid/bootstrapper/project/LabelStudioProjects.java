package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.labelstudio.Failures;
import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.LabelStudioClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Label Studio's projects, with what belongs to them. */
final class LabelStudioProjects {

    private static final int PAGE = 100;

    private final LabelStudioClient labelStudio;

    LabelStudioProjects(LabelStudioClient labelStudio) {
        this.labelStudio = labelStudio;
    }

    /** All, each with no more than {@code id}, {@code title} and {@code description}; in ascending order of their ids. */
    Mono<List<JsonNode>> all() {
        return page(1).expand(page -> page.next() ? page(page.number() + 1) : Mono.empty())
                .flatMapIterable(Page::projects)
                .sort((a, b) ->
                        Long.compare(a.path("id").longValue(), b.path("id").longValue()))
                .collectList()
                .transform(Failures.told("project"));
    }

    /** A project as it is now. Label Studio asks its backends how they are meanwhile. */
    Mono<ProjectState> state(long id) {
        return Mono.zip(
                        labelStudio.get("/api/projects/%d/".formatted(id)),
                        list("/api/ml/?project=" + id),
                        list("/api/webhooks/?project=" + id),
                        labelStudio.get("/api/projects/%d/summary/".formatted(id)))
                .map(parts -> new ProjectState(
                        id, parts.getT1(), parts.getT2(), ofProject(id, parts.getT3()), usedLabels(parts.getT4())))
                .transform(Failures.told("project"));
    }

    /** How many tasks have annotations with a label: what the summary of a project forgets as annotations are deleted. */
    Mono<Long> tasksWith(long project, String label) {
        String quoted = EventJson.text(JsonNodeFactory.instance.stringNode(label));
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode filters = query.putObject("filters").put("conjunction", "or");
        ArrayNode items = filters.putArray("items");
        // Label Studio compares with its JSON as the database has it, which SQLite keeps in ASCII
        for (String value : List.of(quoted, ascii(quoted))) {
            items.addObject()
                    .put("filter", "filter:tasks:annotations_results")
                    .put("operator", "contains")
                    .put("type", "String")
                    .put("value", value);
        }
        return labelStudio
                .get("/api/tasks?project=%d&page=1&page_size=1&query=%s"
                        .formatted(project, URLEncoder.encode(EventJson.text(query), StandardCharsets.UTF_8)))
                .map(page -> page.path("total").longValue(0))
                .transform(Failures.told("project"));
    }

    /** Makes a project; gives its id. */
    Mono<Long> create(ObjectNode fields) {
        return labelStudio
                .post("/api/projects/", fields)
                .map(project -> project.path("id").longValue())
                .transform(Failures.told("labelConfig"));
    }

    Mono<Void> update(long id, ObjectNode fields) {
        return labelStudio
                .patch("/api/projects/%d/".formatted(id), fields)
                .transform(Failures.told("labelConfig"))
                .then();
    }

    Mono<Void> createBackend(ObjectNode fields) {
        return labelStudio
                .post("/api/ml/", fields)
                .transform(Failures.told("backends"))
                .then();
    }

    Mono<Void> updateBackend(long id, ObjectNode fields) {
        return labelStudio
                .patch("/api/ml/" + id, fields)
                .transform(Failures.told("backends"))
                .then();
    }

    Mono<List<JsonNode>> webhooks(long project) {
        return list("/api/webhooks/?project=" + project)
                .map(webhooks -> ofProject(project, webhooks))
                .transform(Failures.told("webhooks"));
    }

    Mono<Void> createWebhook(ObjectNode fields) {
        return labelStudio
                .post("/api/webhooks/", fields)
                .transform(Failures.told("webhooks"))
                .then();
    }

    Mono<Void> updateWebhook(long id, ObjectNode fields) {
        return labelStudio
                .patch("/api/webhooks/%d/".formatted(id), fields)
                .transform(Failures.told("webhooks"))
                .then();
    }

    Mono<Void> delete(String path) {
        return labelStudio.delete(path).transform(Failures.told("project"));
    }

    private Mono<Page> page(int number) {
        return labelStudio
                .get("/api/projects/?include=id,title,description&page_size=%d&page=%d".formatted(PAGE, number))
                .map(answer -> new Page(
                        number,
                        !answer.path("next").isNull() && !answer.path("next").isMissingNode(),
                        List.copyOf(answer.path("results").values())));
    }

    private Mono<List<JsonNode>> list(String path) {
        return labelStudio.get(path).map(answer -> List.copyOf(answer.values()));
    }

    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder();
        json.chars().forEach(c -> ascii.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return ascii.toString();
    }

    /** Those of the organization, which Label Studio lists with them, are nobody's here. */
    private static List<JsonNode> ofProject(long id, List<JsonNode> webhooks) {
        return webhooks.stream()
                .filter(webhook -> webhook.path("project").longValue(0) == id)
                .toList();
    }

    private static Map<String, Map<String, Long>> usedLabels(JsonNode summary) {
        Map<String, Map<String, Long>> used = new LinkedHashMap<>();
        for (JsonNode where :
                new ArrayList<>(List.of(summary.path("created_labels"), summary.path("created_labels_drafts")))) {
            where.properties()
                    .forEach(control -> control.getValue()
                            .properties()
                            .forEach(label -> used.computeIfAbsent(control.getKey(), _ -> new LinkedHashMap<>())
                                    .merge(label.getKey(), label.getValue().longValue(0), Math::max)));
        }
        return used;
    }

    private record Page(int number, boolean next, List<JsonNode> projects) {}
}
