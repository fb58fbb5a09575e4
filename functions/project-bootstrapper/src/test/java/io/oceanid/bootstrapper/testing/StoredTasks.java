package io.oceanid.bootstrapper.testing;

import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.testing.FakeLabelStudio;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Asked;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tasks of one project of a fake Label Studio: imported, listed, counted and deleted as by the real one, which does
 * not mind having a task twice and stores the tasks of one import all or not at all.
 */
public final class StoredTasks {

    /** What goes wrong with an import. */
    public enum Fault {
        /** The connection ends, and nothing is stored. */
        CUT_BEFORE,
        /** The connection ends after all is stored. */
        CUT_AFTER,
        /** A proxy does not wait, and all is stored. */
        GATEWAY_TIMEOUT,
        /** A proxy finds nobody, and nothing is stored. */
        BAD_GATEWAY,
        /** Label Studio fails, and nothing is stored. */
        OWN_FAULT,
        /** A proxy does not wait, and all is stored only once the next import has come. */
        LATE
    }

    private static final Pattern AFTER = Pattern.compile("\"operator\":\"greater\".*\"value\":(\\d+)");
    private static final Reply PAGE_FOR_PEOPLE = new Reply(504, "text/html", "<html>time-out</html>");

    private final FakeLabelStudio fake;
    private final long project;
    private final TreeMap<Long, ObjectNode> tasks = new TreeMap<>();
    private final Map<Integer, Fault> faults = new HashMap<>();
    private final Map<String, Integer> labelled = new HashMap<>();
    private final List<JsonNode> late = new ArrayList<>();
    private @Nullable String required;
    private int largestPage = Integer.MAX_VALUE;
    private int imports;
    private long lastId;

    private StoredTasks(FakeLabelStudio fake, long project) {
        this.fake = fake;
        this.project = project;
    }

    /** A project without tasks. */
    public static StoredTasks in(FakeLabelStudio fake, long project) {
        StoredTasks stored = new StoredTasks(fake, project);
        fake.on("GET /api/projects/" + project + "/", _ -> stored.counted())
                .on("GET /api/tasks", stored::listed)
                .on("POST /api/projects/" + project + "/import", stored::imported);
        return stored;
    }

    /** Lets an import, counted from 1, go wrong. */
    public synchronized StoredTasks failing(int number, Fault fault) {
        faults.put(number, fault);
        return this;
    }

    /** Refuses tasks without this in their data. */
    public synchronized StoredTasks requiring(String key) {
        required = key;
        return this;
    }

    /** Lists no more at once. */
    public synchronized StoredTasks inPagesOf(int size) {
        largestPage = size;
        return this;
    }

    /** How many imports it was asked for. */
    public synchronized int imports() {
        return imports;
    }

    /** The tasks, in the order of their ids. */
    public synchronized List<ObjectNode> all() {
        return List.copyOf(tasks.values());
    }

    /** A field of the data of each task, in the order of their ids. */
    public synchronized List<String> values(String field) {
        return tasks.values().stream()
                .map(task -> task.path("data").path(field).asString())
                .toList();
    }

    /** Tasks have annotations with a label, as Label Studio's filter finds them. */
    public synchronized void labelled(String quoted, int number) {
        labelled.put(quoted, number);
    }

    /** Somebody works on a task. */
    public synchronized void annotate(long id) {
        task(id).put("total_annotations", 1);
    }

    /** Stores tasks as if they had been imported. */
    public synchronized List<Long> store(JsonNode list) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode task : list) {
            long id = ++lastId;
            ObjectNode kept = task.deepCopy().asObject();
            kept.put("id", id).put("total_annotations", task.path("annotations").size());
            tasks.put(id, kept);
            fake.on("DELETE /api/tasks/" + id + "/", _ -> deleted(id));
            ids.add(id);
        }
        return ids;
    }

    private ObjectNode task(long id) {
        ObjectNode task = tasks.get(id);
        if (task == null) {
            throw new AssertionError("no task " + id);
        }
        return task;
    }

    private synchronized Reply counted() {
        return Reply.json(200, "{\"id\":%d,\"task_number\":%d}".formatted(project, tasks.size()));
    }

    private synchronized Reply deleted(long id) {
        return tasks.remove(id) == null
                ? Reply.json(404, "{\"detail\":\"No Task matches the given query.\"}")
                : new Reply(204, "text/html", "");
    }

    private synchronized Reply listed(Asked asked) {
        String query = URLDecoder.decode(String.valueOf(asked.query()), StandardCharsets.UTF_8);
        for (Map.Entry<String, Integer> label : labelled.entrySet()) {
            if (query.contains("annotations_results")
                    && query.contains(label.getKey().replace("\"", "\\\""))) {
                return Reply.json(200, "{\"total\":%d,\"tasks\":[]}".formatted(label.getValue()));
            }
        }
        Matcher after = AFTER.matcher(query);
        var rest = after.find() ? tasks.tailMap(Long.parseLong(after.group(1)), false) : tasks;
        int size = Math.min(largestPage, Integer.parseInt(query.replaceAll(".*page_size=(\\d+).*", "$1")));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("total", rest.size());
        ArrayNode list = answer.putArray("tasks");
        rest.values().stream()
                .limit(size)
                .forEach(task -> list.addObject()
                        .put("id", task.path("id").longValue())
                        .put("total_annotations", task.path("total_annotations").intValue())
                        .set("meta", task.path("meta").deepCopy()));
        return Reply.json(200, EventJson.text(answer));
    }

    private synchronized Reply imported(Asked asked) {
        imports++;
        JsonNode list = EventJson.read(asked.body());
        late.forEach(this::store);
        late.clear();
        Fault fault = faults.get(imports);
        return fault == null ? taken(list) : gone(fault, list);
    }

    private Reply gone(Fault fault, JsonNode list) {
        switch (fault) {
            case CUT_AFTER, GATEWAY_TIMEOUT -> store(list);
            case LATE -> late.add(list);
            case CUT_BEFORE, BAD_GATEWAY, OWN_FAULT -> {
                // nothing is stored
            }
        }
        return switch (fault) {
            case CUT_BEFORE, CUT_AFTER -> throw new IllegalStateException("cut");
            case BAD_GATEWAY -> new Reply(502, "text/html", "<html>bad gateway</html>");
            case OWN_FAULT -> Reply.json(500, "{\"detail\":\"database is locked\"}");
            case GATEWAY_TIMEOUT, LATE -> PAGE_FOR_PEOPLE;
        };
    }

    private Reply taken(JsonNode list) {
        for (int item = 0; required != null && item < list.size(); item++) {
            if (!list.get(item).path("data").has(required)) {
                ObjectNode error = JsonNodeFactory.instance.objectNode().put("detail", "Validation error");
                error.putObject("validation_errors")
                        .putArray("non_field_errors")
                        .add(("Error at item %d: \"%s\" key is expected in task data [assume: item[\"data\"] = task"
                                        + " root with values] :: {}")
                                .formatted(item, required));
                return Reply.json(400, EventJson.text(error));
            }
        }
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        store(list).forEach(ids::add);
        return Reply.json(201, "{\"task_count\":%d,\"task_ids\":%s}".formatted(list.size(), EventJson.text(ids)));
    }
}
