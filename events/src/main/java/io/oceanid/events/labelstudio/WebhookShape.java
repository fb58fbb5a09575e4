package io.oceanid.events.labelstudio;

import io.oceanid.events.catalogue.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From the body of a webhook, less its action and secrets, to the data of the events that tell it. */
final class WebhookShape {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WebhookShape() {}

    /** @param body changed in the doing */
    static List<ObjectNode> dataOf(EventType type, ObjectNode body) {
        return switch (type) {
            case ANNOTATIONS_CREATED -> annotationsCreated(body);
            case ANNOTATIONS_DELETED -> parts(body, "annotations", takeList(body, "annotations", "annotation"));
            case TASKS_CREATED, TASKS_DELETED -> parts(body, "tasks", takeList(body, "tasks", "task"));
            default -> List.of(body);
        };
    }

    private static List<ObjectNode> parts(ObjectNode body, String name, List<JsonNode> items) {
        return Chunks.of(items, Chunks.bytes(body), Chunks::bytes).stream()
                .map(part -> body.deepCopy().set(name, arrayOf(part)))
                .toList();
    }

    /** Label Studio sends two arrays under singular names, the tasks repeated for each of their annotations. */
    private static List<ObjectNode> annotationsCreated(ObjectNode body) {
        List<JsonNode> annotations = takeList(body, "annotation", "annotations");
        List<JsonNode> tasks = takeList(body, "task", "tasks");
        Map<JsonNode, JsonNode> taskById = new HashMap<>();
        tasks.forEach(task -> taskById.put(task.path("id"), task));
        List<List<JsonNode>> parts = Chunks.of(
                annotations,
                Chunks.bytes(body),
                annotation -> Chunks.bytes(annotation) + taskBytes(annotation, taskById));
        List<ObjectNode> data = new ArrayList<>();
        for (List<JsonNode> part : parts) {
            Set<JsonNode> taken = new HashSet<>();
            ArrayNode theirTasks = JSON.arrayNode();
            part.stream()
                    .map(annotation -> taskOf(annotation, taskById))
                    .filter(task -> !task.isMissingNode() && taken.add(task.path("id")))
                    .forEach(theirTasks::add);
            ObjectNode event = body.deepCopy();
            event.set("annotations", arrayOf(part));
            event.set("tasks", theirTasks);
            data.add(event);
        }
        return data;
    }

    private static JsonNode taskOf(JsonNode annotation, Map<JsonNode, JsonNode> taskById) {
        return taskById.getOrDefault(annotation.path("task"), JSON.missingNode());
    }

    private static int taskBytes(JsonNode annotation, Map<JsonNode, JsonNode> taskById) {
        JsonNode task = taskOf(annotation, taskById);
        // a comma to part it from the next
        return task.isMissingNode() ? 0 : Chunks.bytes(task) + 1;
    }

    /** Takes a list out of the body under either of its names; one object counts as a list of one. */
    private static List<JsonNode> takeList(ObjectNode body, String name, String otherName) {
        JsonNode node = body.has(name) ? body.remove(name) : body.remove(otherName);
        return switch (node) {
            case ArrayNode array -> List.copyOf(array.values());
            case ObjectNode single -> List.of(single);
            case null -> throw new InvalidEventException(name, "is missing");
            default -> throw new InvalidEventException(name, "is not an array");
        };
    }

    private static ArrayNode arrayOf(List<JsonNode> items) {
        return JSON.arrayNode().addAll(items);
    }
}
