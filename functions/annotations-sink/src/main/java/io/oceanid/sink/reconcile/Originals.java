package io.oceanid.sink.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tasks and annotations as Label Studio exports them: with what its webhooks tell and its lists do not, such as
 * {@code unique_id}.
 */
record Originals(Map<Long, JsonNode> tasks, Map<Long, JsonNode> annotations) {

    static final Originals NONE = new Originals(Map.of(), Map.of());

    private static final List<String> HANGING_ON = List.of("annotations", "predictions", "drafts");

    /** Reads an export; what is none has no originals. */
    static Originals read(JsonNode export) {
        Originals originals = new Originals(new HashMap<>(), new HashMap<>());
        for (JsonNode task : export.values()) {
            originals.tasks.put(task.path("id").asLong(0), task);
            for (JsonNode annotation : task.path("annotations").values()) {
                originals.annotations.put(annotation.path("id").asLong(0), annotation);
            }
        }
        return originals;
    }

    ObjectNode task(ObjectNode listed) {
        ObjectNode task = completed(listed, tasks);
        task.remove(HANGING_ON);
        return task;
    }

    ObjectNode annotation(ObjectNode listed) {
        return completed(listed, annotations);
    }

    /** A later state says nothing of the one that was listed. */
    private static ObjectNode completed(ObjectNode listed, Map<Long, JsonNode> originals) {
        JsonNode original = originals.get(listed.path("id").asLong(0));
        return original != null && original.path("updated_at").equals(listed.path("updated_at"))
                ? completed(listed, original)
                : listed;
    }

    /** What a state lacks, from elsewhere. */
    static ObjectNode completed(ObjectNode state, JsonNode other) {
        ObjectNode complete = state.deepCopy();
        other.properties().stream()
                .filter(field -> !state.has(field.getKey()))
                .forEach(field -> complete.set(field.getKey(), field.getValue()));
        return complete;
    }
}
