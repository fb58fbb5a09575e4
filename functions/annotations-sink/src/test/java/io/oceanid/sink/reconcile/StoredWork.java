package io.oceanid.sink.reconcile;

import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.testing.FakeLabelStudio;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Asked;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Label Studio that holds tasks, annotations and predictions, and lists them as the recorded one does. Each change is
 * a second after the one before, long ago.
 */
final class StoredWork implements AutoCloseable {

    static final String TASKS = "GET /api/tasks";

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00.123456Z");

    private static final String CONFIG =
            "<View><Labels name=\"label\" toName=\"text\"/><Text name=\"text\" value=\"$text\"/></View>";

    private final FakeLabelStudio http = FakeLabelStudio.start();
    private final Map<Long, String> projects = new ConcurrentSkipListMap<>();
    private final Map<Long, ObjectNode> tasks = new ConcurrentSkipListMap<>();
    private final Map<Long, ObjectNode> annotations = new ConcurrentSkipListMap<>();
    private final Map<Long, ObjectNode> predictions = new ConcurrentSkipListMap<>();
    private final AtomicReference<Instant> clock = new AtomicReference<>(LONG_AGO);
    private volatile Runnable afterTasks = () -> {};
    private volatile Function<Asked, @Nullable Reply> tasksAnswer = _ -> null;
    private volatile String webhooks = "[]";

    StoredWork() {
        http.on("GET /api/projects/", this::projectPage)
                .on(TASKS, this::taskPage)
                .on("GET /api/webhooks/", _ -> Reply.json(200, webhooks));
    }

    URI url() {
        return http.url();
    }

    FakeLabelStudio http() {
        return http;
    }

    StoredWork project(long id) {
        projects.put(id, "Project " + id);
        http.on("GET /api/projects/" + id + "/", _ -> projectReply(id))
                .on("GET /api/projects/" + id + "/export", this::export);
        return this;
    }

    StoredWork clear() {
        projects.clear();
        tasks.clear();
        annotations.clear();
        predictions.clear();
        clock.set(LONG_AGO);
        webhooks = "[]";
        return this;
    }

    /** From here on, changes are of now. */
    void advance() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** From here on, changes are later than any sweep so far. */
    void later() {
        clock.set(Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MICROS));
    }

    void renameProject(long id, String title) {
        projects.put(id, title);
    }

    void deleteProject(long id) {
        projects.remove(id);
        tasks.values().removeIf(task -> task.path("project").asLong(0) == id);
        annotations.values().removeIf(annotation -> annotation.path("project").asLong(0) == id);
        predictions.values().removeIf(prediction -> prediction.path("project").asLong(0) == id);
    }

    StoredWork task(long id, long project, String text) {
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.put("id", id).putObject("data").put("text", text);
        task.putObject("meta");
        task.put("project", project)
                .put("inner_id", id)
                .put("is_labeled", false)
                .put("overlap", 1);
        task.put("created_at", now()).put("updated_at", clock.get().toString());
        task.putArray("comment_authors");
        task.putNull("updated_by");
        tasks.put(id, task);
        return this;
    }

    void editTask(long id, String text) {
        change(tasks, id, true, task -> task.putObject("data").put("text", text));
    }

    void deleteTask(long id) {
        tasks.remove(id);
        annotations.values().removeIf(annotation -> annotation.path("task").asLong(0) == id);
        predictions.values().removeIf(prediction -> prediction.path("task").asLong(0) == id);
    }

    StoredWork annotation(long id, long task, String result) {
        ObjectNode annotation = JsonNodeFactory.instance.objectNode();
        annotation.put("id", id).set("result", EventJson.read(result));
        annotation.put("task", task).put("project", owner(task).path("project").asLong(0));
        annotation
                .put("completed_by", 1)
                .put("updated_by", 1)
                .put("was_cancelled", false)
                .put("ground_truth", false);
        annotation.put("created_at", now()).put("updated_at", clock.get().toString());
        annotation.put("lead_time", 12.345).putNull("parent_prediction").putNull("parent_annotation");
        annotations.put(id, annotation);
        touch(task);
        return this;
    }

    void editAnnotation(long id, String result) {
        change(annotations, id, true, annotation -> annotation.set("result", EventJson.read(result)));
        touch(owner(id, annotations).path("task").asLong(0));
    }

    /** As when labels are renamed, or another annotation becomes the ground truth: only the task's time moves. */
    void changeAnnotationSilently(long id, String name, JsonNode value) {
        change(annotations, id, false, annotation -> annotation.set(name, value));
        touch(owner(id, annotations).path("task").asLong(0));
    }

    void deleteAnnotation(long id) {
        long task = owner(id, annotations).path("task").asLong(0);
        annotations.remove(id);
        touch(task);
    }

    /** Without a trace in the task, as those of an ML backend are stored. */
    StoredWork prediction(long id, long task, String modelVersion, double score) {
        ObjectNode prediction = JsonNodeFactory.instance.objectNode();
        prediction
                .put("id", id)
                .put("task", task)
                .put("project", owner(task).path("project").asLong(0));
        prediction.putArray("result").addObject().put("type", "labels");
        prediction.put("model_version", modelVersion).put("score", score);
        prediction.put("created_at", now()).put("updated_at", clock.get().toString());
        predictions.put(id, prediction);
        return this;
    }

    void deletePrediction(long id) {
        predictions.remove(id);
    }

    void webhooks(String json) {
        webhooks = json;
    }

    /** What happens after a page of tasks was read. */
    void afterTasks(Runnable happens) {
        afterTasks = happens;
    }

    /** What is answered instead of a page of tasks; null for the page. */
    void tasksAnswer(Function<Asked, @Nullable Reply> answer) {
        tasksAnswer = answer;
    }

    /** The webhook that tells of an annotation as it is now. */
    byte[] annotationWebhook(String action, long id) {
        ObjectNode webhook = JsonNodeFactory.instance.objectNode().put("action", action);
        ObjectNode annotation = owner(id, annotations);
        webhook.set("annotation", annotation.deepCopy().put("unique_id", "u-" + id));
        webhook.set("task", owner(annotation.path("task").asLong(0)));
        webhook.putObject("project").put("id", annotation.path("project").asLong(0));
        return EventJson.write(webhook);
    }

    /** The webhook that tells of a task as it is now. */
    byte[] taskWebhook(long id) {
        ObjectNode webhook = JsonNodeFactory.instance.objectNode().put("action", "TASKS_CREATED");
        webhook.putArray("tasks").add(owner(id));
        webhook.putObject("project").put("id", owner(id).path("project").asLong(0));
        return EventJson.write(webhook);
    }

    @Override
    public void close() {
        http.close();
    }

    private void touch(long task) {
        change(tasks, task, true, _ -> {});
    }

    private void change(
            Map<Long, ObjectNode> all, long id, boolean moves, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode changed = owner(id, all).deepCopy();
        change.accept(changed);
        if (moves) {
            changed.put("updated_at", now());
        }
        all.put(id, changed);
    }

    private String now() {
        return clock.updateAndGet(now -> now.plusSeconds(1)).toString();
    }

    private ObjectNode owner(long task) {
        return owner(task, tasks);
    }

    private static ObjectNode owner(long id, Map<Long, ObjectNode> all) {
        ObjectNode found = all.get(id);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + id);
        }
        return found;
    }

    private Reply projectReply(long id) {
        String title = projects.get(id);
        if (title == null) {
            return Reply.json(404, "{\"status_code\":404,\"detail\":\"No Project matches the given query.\"}");
        }
        ObjectNode project = JsonNodeFactory.instance.objectNode();
        project.put("id", id).put("title", title).put("label_config", CONFIG).put("task_data_password", "s3cret");
        project.put("created_at", "2026-01-01T00:00:00.000001Z");
        project.put("task_number", count(tasks, id)).put("total_annotations_number", count(annotations, id));
        project.put("skipped_annotations_number", 0).put("total_predictions_number", count(predictions, id));
        return Reply.json(200, project.toString());
    }

    private static long count(Map<Long, ObjectNode> all, long project) {
        return all.values().stream()
                .filter(one -> one.path("project").asLong(0) == project)
                .count();
    }

    private Reply projectPage(Asked asked) {
        Map<String, String> query = query(asked.query());
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        int size = Integer.parseInt(query.getOrDefault("page_size", "30"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("count", projects.size());
        ArrayNode results = answer.putArray("results");
        projects.keySet().stream()
                .skip((page - 1L) * size)
                .limit(size)
                .forEach(id -> results.addObject().put("id", id));
        if ((long) page * size < projects.size()) {
            answer.put("next", "http://label-studio.example.org/api/projects/?page=" + (page + 1));
        } else {
            answer.putNull("next");
        }
        return Reply.json(200, answer.toString());
    }

    private Reply taskPage(Asked asked) {
        Reply instead = tasksAnswer.apply(asked);
        if (instead != null) {
            return instead;
        }
        Map<String, String> query = query(asked.query());
        long project = Long.parseLong(query.getOrDefault("project", "0"));
        if (!projects.containsKey(project)) {
            return Reply.json(404, "{\"status_code\":404,\"detail\":\"No Project matches the given query.\"}");
        }
        JsonNode items = EventJson.read(query.getOrDefault("query", "{}"))
                .path("filters")
                .path("items");
        List<ObjectNode> found = tasks.values().stream()
                .filter(task -> task.path("project").asLong(0) == project)
                .filter(task -> items.values().stream().allMatch(filter -> passes(task, filter)))
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("total", found.size());
        ArrayNode listed = answer.putArray("tasks");
        boolean all = "all".equals(query.get("fields"));
        found.stream()
                .limit(Integer.parseInt(query.getOrDefault("page_size", "100")))
                .forEach(task -> listed.add(
                        all
                                ? withWork(task)
                                : JsonNodeFactory.instance.objectNode().set("id", task.path("id"))));
        Reply reply = Reply.json(200, answer.toString());
        afterTasks.run();
        return reply;
    }

    /** With what lists keep to themselves. */
    private Reply export(Asked asked) {
        ArrayNode export = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(String.valueOf(asked.query()).split("&"))
                .filter(pair -> pair.startsWith("ids%5B%5D="))
                .map(pair -> Long.valueOf(pair.substring(pair.indexOf('=') + 1)))
                .filter(tasks::containsKey)
                .forEach(id -> {
                    ObjectNode task = owner(id).deepCopy().put("allow_skip", true);
                    task.putArray("predictions");
                    ArrayNode its = of(task, annotations);
                    for (JsonNode one : its) {
                        ((ObjectNode) one)
                                .put("unique_id", "u-" + one.path("id").asLong(0));
                        ((ObjectNode) one).remove("created_ago");
                    }
                    export.add(task.set("annotations", its));
                });
        return Reply.json(200, export.toString());
    }

    private static boolean passes(JsonNode task, JsonNode filter) {
        JsonNode value = filter.path("value");
        String field = filter.path("filter").asString("").replace("filter:tasks:", "");
        int order = field.equals("id")
                ? Long.compare(task.path("id").asLong(0), value.asLong(0))
                : Instant.parse(task.path("updated_at").asString("")).compareTo(Instant.parse(value.asString("")));
        return switch (filter.path("operator").asString("")) {
            case "greater" -> order > 0;
            case "less_or_equal" -> order <= 0;
            default -> throw new IllegalArgumentException("no such operator: " + filter);
        };
    }

    private JsonNode withWork(ObjectNode task) {
        ObjectNode listed = task.deepCopy();
        listed.putArray("updated_by");
        listed.put("file_upload", "tasks.json").put("annotations_results", "").putArray("drafts");
        listed.set("annotations", of(task, annotations));
        listed.set("predictions", of(task, predictions));
        return listed;
    }

    private static ArrayNode of(ObjectNode task, Map<Long, ObjectNode> all) {
        ArrayNode its = JsonNodeFactory.instance.arrayNode();
        all.values().stream()
                .filter(one -> one.path("task").asLong(0) == task.path("id").asLong(0))
                .forEach(one -> its.add(one.deepCopy().put("created_ago", "0 minutes " + System.nanoTime())));
        return its;
    }

    private static Map<String, String> query(@Nullable String query) {
        return Arrays.stream((query == null ? "" : query).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, _) -> first,
                        TreeMap::new));
    }
}
