package io.oceanid.bootstrapper.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a row becomes a task. */
final class TaskForm {

    /** Names what is ours in a task's {@code meta}. */
    static final String MARK = "oceanid";

    static final String ROW = "row";

    /** What Label Studio takes of a task; what its exports have besides is its own. */
    private static final List<String> KEPT = List.of("data", "annotations", "predictions", "meta");

    /** Columns may change places without a row becoming another one. */
    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private TaskForm() {}

    /** The task that a row is or makes; without its digest. */
    static ObjectNode taskOf(ObjectNode row) {
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        if (!row.path("data").isObject()) {
            task.set("data", row);
            return task;
        }
        KEPT.stream().filter(row::has).forEach(name -> task.set(name, row.path(name)));
        if (task.path("meta") instanceof ObjectNode meta) {
            task.set("meta", withoutMark(meta));
        }
        return task;
    }

    /** Why a task is none; null if it is one. */
    static @Nullable String fault(ObjectNode task) {
        JsonNode meta = task.path("meta");
        return meta.isMissingNode() || meta.isNull() || meta.isObject() ? null : "meta is not an object";
    }

    /** All of a task that makes it what it is. */
    static byte[] canonical(ObjectNode task) {
        return CANONICAL.writeValueAsBytes(task);
    }

    static void mark(ObjectNode task, RowDigest digest) {
        ObjectNode meta = task.path("meta") instanceof ObjectNode given ? given : task.putObject("meta");
        meta.putObject(MARK).put(ROW, digest.hex());
    }

    static JsonNode list(List<NewTask> tasks) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(tasks.stream().map(NewTask::task).toList());
    }

    /** An exported task carries the digest of what it was made of. */
    private static JsonNode withoutMark(ObjectNode meta) {
        ObjectNode rest = meta.deepCopy();
        rest.remove(MARK);
        return rest;
    }
}
