package io.oceanid.adapter.testing;

import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.testing.FakeLabelStudio;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Asked;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A Label Studio with one project, 7, that keeps predictions as the real one does: it does not mind having one twice. */
public final class StoringLabelStudio implements AutoCloseable {

    public static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

    public static final String CONFIG =
            "<View><Labels name='label' toName='text'><Label value='PORT'/></Labels><Text name='text'"
                    + " value='$text'/></View>";

    private final FakeLabelStudio fake = FakeLabelStudio.start();
    private final Map<Long, ObjectNode> predictions = new TreeMap<>();
    private final Set<Long> forgotten = new HashSet<>();
    private long lastId;
    private int imports;
    private boolean failsNext;

    private StoringLabelStudio() {}

    /** Starts on a free port. */
    public static StoringLabelStudio start() {
        StoringLabelStudio labelStudio = new StoringLabelStudio();
        labelStudio
                .fake
                .on("GET /api/projects/7/", _ -> Reply.json(200, EventJson.text(project())))
                .on("GET /api/tasks/", labelStudio::tasks)
                .on("POST /api/projects/7/import/predictions", labelStudio::add);
        return labelStudio;
    }

    /** Where it is. */
    public URI url() {
        return fake.url();
    }

    /** How many imports of predictions it took. */
    public synchronized int imports() {
        return imports;
    }

    /** The predictions of a task, each as its model version and the texts of its regions. */
    public synchronized List<String> predictionsOf(long task) {
        return predictions.values().stream()
                .filter(prediction -> prediction.path("task").longValue() == task)
                .map(StoringLabelStudio::shown)
                .toList();
    }

    /** Has a prediction of another model. */
    public synchronized void store(long task, String modelVersion) {
        ObjectNode prediction = JsonNodeFactory.instance.objectNode();
        prediction.putArray("result");
        keep(prediction.put("task", task).put("model_version", modelVersion));
    }

    /** Has a task no more. */
    public synchronized void forget(long task) {
        forgotten.add(task);
    }

    /** Takes the next import for an error of its own, and stores nothing of it. */
    public synchronized void failNextImport() {
        failsNext = true;
    }

    @Override
    public void close() {
        fake.close();
    }

    private synchronized Reply add(Asked request) {
        if (failsNext) {
            failsNext = false;
            return Reply.json(500, "{\"detail\":\"no\"}");
        }
        imports++;
        JsonNode added = EventJson.read(request.body());
        added.values().forEach(prediction -> keep((ObjectNode) prediction));
        return Reply.json(201, "{\"created\":" + added.size() + "}");
    }

    private void keep(ObjectNode prediction) {
        long id = ++lastId;
        prediction.put("id", id);
        predictions.put(id, prediction);
        fake.on("DELETE /api/predictions/" + id + "/", _ -> remove(id));
    }

    private synchronized Reply remove(long id) {
        return predictions.remove(id) == null ? Reply.json(404, "{\"detail\":\"gone\"}") : Reply.json(204, "");
    }

    private synchronized Reply tasks(Asked request) {
        String query = URLDecoder.decode(
                Objects.requireNonNull(request.query()).replaceFirst(".*&query=", ""), StandardCharsets.UTF_8);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode tasks = page.putArray("tasks");
        for (JsonNode id :
                EventJson.read(query).path("selectedItems").path("included").values()) {
            if (!forgotten.contains(id.longValue())) {
                ObjectNode task = tasks.addObject().put("id", id.longValue());
                ArrayNode own = task.putArray("predictions");
                predictions.values().stream()
                        .filter(prediction -> prediction.path("task").equals(id))
                        .forEach(own::add);
            }
        }
        return Reply.json(200, EventJson.text(page));
    }

    private static ObjectNode project() {
        return JsonNodeFactory.instance.objectNode().put("id", 7).put("label_config", CONFIG);
    }

    private static String shown(ObjectNode prediction) {
        StringBuilder shown = new StringBuilder(prediction.path("model_version").asString());
        prediction
                .path("result")
                .values()
                .forEach(region -> shown.append(' ')
                        .append(region.path("value").path("text").asString()));
        return shown.toString();
    }
}
