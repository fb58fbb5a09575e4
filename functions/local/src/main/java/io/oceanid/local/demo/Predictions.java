package io.oceanid.local.demo;

import io.oceanid.events.json.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the adapter predicts for two texts of the session, asked with the label config of their project. */
final class Predictions {

    /** A plain one, and one with emoji and line breaks. */
    private static final Set<Long> TASKS = Set.of(1L, 5L);

    private static final List<Table.Column> COLUMNS = List.of(
            new Table.Column("task", true),
            new Table.Column("labels", false),
            new Table.Column("place", false),
            new Table.Column("text", false),
            new Table.Column("score", true));

    private final Caller adapter;

    Predictions(Caller adapter) {
        this.adapter = adapter;
    }

    /** Asks, and shows the answer. */
    Table show() {
        ObjectNode request = request();
        JsonNode answer = EventJson.read(adapter.post(EventJson.text(request)));
        List<List<String>> rows = new ArrayList<>();
        for (int task = 0; task < answer.path("results").size(); task++) {
            String id = request.path("tasks").path(task).path("id").asString();
            for (JsonNode region :
                    answer.path("results").path(task).path("result").values()) {
                rows.add(row(id, region));
            }
        }
        String title = "predicted by " + answer.path("model_version").asString() + ", stored nowhere";
        return new Table(title, COLUMNS, rows);
    }

    private static List<String> row(String task, JsonNode region) {
        JsonNode value = region.path("value");
        return List.of(
                task,
                String.join(
                        ", ",
                        value.path("labels").values().stream()
                                .map(JsonNode::asString)
                                .toList()),
                value.path("start").asString() + "–" + value.path("end").asString(),
                value.path("text").asString(),
                region.path("score").asString());
    }

    private static ObjectNode request() {
        JsonNode created = RecordedSession.tasksCreated();
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("label_config", created.path("project").path("label_config"));
        ArrayNode tasks = request.putArray("tasks");
        created.path("tasks").values().stream()
                .filter(task -> TASKS.contains(task.path("id").longValue()))
                .forEach(tasks::add);
        return request;
    }
}
