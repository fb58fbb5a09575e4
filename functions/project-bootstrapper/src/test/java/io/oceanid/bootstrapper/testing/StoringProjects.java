package io.oceanid.bootstrapper.testing;

import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.testing.FakeLabelStudio;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Asked;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A Label Studio that keeps projects, backends and webhooks as the real one does, its habits included. */
public final class StoringProjects implements AutoCloseable {

    public static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

    private final FakeLabelStudio fake = FakeLabelStudio.start();
    private final Map<Long, ObjectNode> projects = new TreeMap<>();
    private final Map<Long, ObjectNode> backends = new TreeMap<>();
    private final Map<Long, ObjectNode> webhooks = new TreeMap<>();
    private final Map<Long, StoredTasks> tasks = new HashMap<>();
    private final Map<Long, String> usedLabels = new HashMap<>();
    private final Map<String, Reply> failures = new HashMap<>();
    private long lastId;

    private StoringProjects() {}

    /** Starts on a free port. */
    public static StoringProjects start() {
        StoringProjects storing = new StoringProjects();
        storing.on("GET /api/projects/", _ -> page(storing.projects))
                .on("POST /api/projects/", asked -> storing.addProject(body(asked)))
                .on("GET /api/ml/", asked -> list(storing.backends, asked))
                .on("POST /api/ml/", asked -> storing.addBackend(body(asked)))
                .on("GET /api/webhooks/", asked -> list(storing.webhooks, asked))
                .on("POST /api/webhooks/", asked -> storing.addWebhook(body(asked)));
        return storing;
    }

    /** Where it is. */
    public URI url() {
        return fake.url();
    }

    /** The scripted wire behind it. */
    public FakeLabelStudio fake() {
        return fake;
    }

    /** What was asked for that changes something. */
    public List<String> changes() {
        return fake.asked().stream()
                .filter(asked -> !asked.method().equals("GET"))
                .map(asked -> asked.method() + " " + asked.path())
                .toList();
    }

    public synchronized List<ObjectNode> projects() {
        return List.copyOf(projects.values());
    }

    public synchronized List<ObjectNode> backends() {
        return List.copyOf(backends.values());
    }

    public synchronized List<ObjectNode> webhooks() {
        return List.copyOf(webhooks.values());
    }

    /** Has a project that somebody made by hand. */
    public synchronized long has(String title) {
        return addProject(JsonNodeFactory.instance.objectNode().put("title", title), true);
    }

    /** The tasks of a project. */
    public synchronized StoredTasks tasksOf(long project) {
        return Objects.requireNonNull(tasks.get(project));
    }

    /** Has annotations with labels: {@code {"label":{"VESSEL":3}}}. */
    public synchronized void uses(long project, String labels) {
        usedLabels.put(project, labels);
    }

    /** Is as at the start. */
    public synchronized void reset() {
        removeAll();
        projects.clear();
        usedLabels.clear();
        failures.clear();
        fake.forgetAsked();
        lastId = 0;
    }

    /** Has no backends and webhooks any more. */
    public synchronized void removeAll() {
        backends.clear();
        webhooks.clear();
    }

    /** Fails the next such call, and does nothing of it. */
    public synchronized void failNext(String call, int status, String body) {
        failures.put(call, Reply.json(status, body));
    }

    @Override
    public void close() {
        fake.close();
    }

    private StoringProjects on(String call, Function<Asked, Reply> reply) {
        fake.on(call, asked -> {
            synchronized (this) {
                Reply failure = failures.remove(call);
                return failure == null ? reply.apply(asked) : failure;
            }
        });
        return this;
    }

    private Reply addProject(ObjectNode fields) {
        return Reply.json(201, EventJson.text(Objects.requireNonNull(projects.get(addProject(fields, true)))));
    }

    private long addProject(ObjectNode fields, boolean published) {
        ObjectNode project = JsonNodeFactory.instance.objectNode();
        project.put("description", "").put("label_config", "<View></View>").put("show_instruction", false);
        project.put("sampling", "Sequential sampling")
                .put("maximum_annotations", 1)
                .put("is_published", published);
        project.put("model_version", "").put("expert_instruction", "").put("task_number", 0);
        StoredTasks stored = StoredTasks.in(fake, lastId + 1);
        long id = keep(projects, project.setAll(fields), "/api/projects/%d/");
        tasks.put(id, stored);
        on("GET /api/projects/%d/".formatted(id), _ -> found(counted(projects.get(id), stored)));
        on("GET /api/projects/%d/summary/".formatted(id), _ -> Reply.json(200, summary(id)));
        return id;
    }

    private static @Nullable ObjectNode counted(@Nullable ObjectNode project, StoredTasks stored) {
        return project == null ? null : project.put("task_number", stored.all().size());
    }

    private String summary(long id) {
        return "{\"project\":%d,\"created_labels\":%s,\"created_labels_drafts\":{}}"
                .formatted(id, usedLabels.getOrDefault(id, "{}"));
    }

    /** It connects at once, and the backend gets a webhook that nobody asked for. */
    private Reply addBackend(ObjectNode fields) {
        ObjectNode backend = JsonNodeFactory.instance.objectNode();
        backend.put("state", "CO").put("readable_state", "Connected");
        backend.setAll(fields);
        backend.put("basic_auth_pass_is_set", backend.remove("basic_auth_pass") != null);
        keep(backends, backend, "/api/ml/%d");
        String url = backend.path("url").stringValue() + "/webhook";
        if (webhooks.values().stream()
                .noneMatch(webhook -> webhook.path("url").stringValue().equals(url))) {
            ObjectNode webhook = JsonNodeFactory.instance.objectNode();
            webhook.set("project", backend.get("project"));
            addWebhook(webhook.put("url", url));
        }
        return Reply.json(201, EventJson.text(backend));
    }

    private Reply addWebhook(ObjectNode fields) {
        if (!URI.create(fields.path("url").stringValue()).getHost().contains(".")) {
            return Reply.json(
                    400,
                    "{\"status_code\":400,\"detail\":\"Validation error\",\"validation_errors\":{\"url\":[\"Enter a"
                            + " valid URL.\"]}}");
        }
        ObjectNode webhook = JsonNodeFactory.instance.objectNode();
        webhook.put("is_active", true).put("send_payload", true).put("send_for_all_actions", true);
        webhook.putArray("actions");
        webhook.putObject("headers");
        keep(webhooks, webhook.setAll(fields), "/api/webhooks/%d/");
        return Reply.json(201, EventJson.text(webhook));
    }

    private long keep(Map<Long, ObjectNode> all, ObjectNode one, String path) {
        long id = ++lastId;
        all.put(id, one.put("id", id));
        String own = path.formatted(id);
        on("GET " + own, _ -> found(all.get(id)));
        on("PATCH " + own, asked -> change(all.get(id), body(asked)));
        on("DELETE " + own, _ -> all.remove(id) == null ? found(null) : Reply.json(204, ""));
        return id;
    }

    /** A change that names no actions of a webhook takes them away; one of a backend without URL fails. */
    private static Reply change(@Nullable ObjectNode one, ObjectNode fields) {
        if (one == null) {
            return found(null);
        }
        if (one.has("actions") && !fields.has("actions")) {
            one.putArray("actions");
        }
        if (one.has("state") && !fields.has("url")) {
            return new Reply(500, "text/html", "<!doctype html><html>Server Error</html>");
        }
        if (one.has("state")) {
            one.put("state", "CO").put("readable_state", "Connected");
            one.put("basic_auth_pass_is_set", fields.remove("basic_auth_pass") != null);
        }
        one.setAll(fields);
        return found(one);
    }

    private static Reply found(@Nullable ObjectNode one) {
        return one == null
                ? Reply.json(404, "{\"status_code\":404,\"detail\":\"Not found.\"}")
                : Reply.json(200, EventJson.text(one));
    }

    private static Reply page(Map<Long, ObjectNode> all) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("count", all.size()).putNull("next");
        ArrayNode results = page.putArray("results");
        all.values()
                .forEach(one -> results.addObject()
                        .put("id", one.path("id").longValue())
                        .put("title", one.path("title").stringValue(""))
                        .put("description", one.path("description").stringValue("")));
        return Reply.json(200, EventJson.text(page));
    }

    private static Reply list(Map<Long, ObjectNode> all, Asked asked) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        all.values().stream()
                .filter(one -> ("project=" + one.path("project").asLong()).equals(asked.query()))
                .forEach(list::add);
        return Reply.json(200, EventJson.text(list));
    }

    private static ObjectNode body(Asked asked) {
        JsonNode body = EventJson.read(asked.body());
        return (ObjectNode) body;
    }
}
