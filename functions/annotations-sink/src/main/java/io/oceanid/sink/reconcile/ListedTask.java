package io.oceanid.sink.reconcile;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A task as Label Studio's data manager lists it, put in the shape in which webhooks tell it.
 *
 * @param task less what is not the task's own, but the data manager's about it
 * @param annotations less what changes of itself
 */
record ListedTask(long id, ObjectNode task, List<ObjectNode> annotations, List<JsonNode> predictions) {

    /** What webhooks tell too. The name of an uploaded file stands where they have its id, so it is left out. */
    private static final List<String> FIELDS = List.of(
            "id",
            "data",
            "meta",
            "created_at",
            "updated_at",
            "is_labeled",
            "overlap",
            "inner_id",
            "total_annotations",
            "cancelled_annotations",
            "total_predictions",
            "comment_count",
            "unresolved_comment_count",
            "last_comment_updated_at",
            "project",
            "comment_authors");

    private static final List<String> VOLATILE = List.of("created_ago", "created_username", "state");

    static ListedTask read(JsonNode listed) {
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        FIELDS.stream().filter(listed::has).forEach(name -> task.set(name, listed.get(name)));
        if (listed.has("updated_by")) {
            task.set("updated_by", updatedBy(listed.path("updated_by")));
        }
        return new ListedTask(
                listed.path("id").asLong(0),
                task,
                listed.path("annotations").values().stream()
                        .filter(ObjectNode.class::isInstance)
                        .map(annotation -> annotation(((ObjectNode) annotation)))
                        .toList(),
                List.copyOf(listed.path("predictions").values()));
    }

    private static ObjectNode annotation(ObjectNode listed) {
        ObjectNode annotation = JsonNodeFactory.instance.objectNode();
        annotation.setAll(listed);
        annotation.remove(VOLATILE);
        return annotation;
    }

    /** A list of at most one, {@code [{"user_id": 1}]}, where webhooks have the id or null. */
    private static JsonNode updatedBy(JsonNode listed) {
        JsonNode user = listed.path(0).path("user_id");
        return user.isIntegralNumber() ? user : JsonNodeFactory.instance.nullNode();
    }
}
