package io.oceanid.sink.agreement;

import io.oceanid.sink.region.TaskText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was counted of a project, task by task.
 *
 * <p>Not thread-safe.
 */
final class ProjectAgreement {

    private final long project;
    private final Map<Optional<String>, ModelAgreement> models = new LinkedHashMap<>();

    ProjectAgreement(long project) {
        this.project = project;
    }

    /**
     * Counts a task.
     *
     * @param predictions the latest of each version: {@code modelVersion} and {@code result}
     * @param annotations the result of each
     */
    ProjectAgreement add(TaskText task, JsonNode predictions, JsonNode annotations) {
        List<List<LabeledSpan>> annotated = annotations.values().stream()
                .map(result -> LabeledSpan.of(result, task))
                .toList();
        for (JsonNode prediction : predictions.values()) {
            JsonNode version = prediction.path("modelVersion");
            Optional<String> name = version.isString() ? Optional.of(version.stringValue()) : Optional.empty();
            models.computeIfAbsent(name, key -> new ModelAgreement(key.orElse(null)))
                    .add(LabeledSpan.of(prediction.path("result"), task), annotated);
        }
        return this;
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("project", project);
        ArrayNode list = json.putArray("models");
        models.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(name -> name.orElse(""))))
                .forEach(entry -> list.add(entry.getValue().toJson()));
        return json;
    }
}
