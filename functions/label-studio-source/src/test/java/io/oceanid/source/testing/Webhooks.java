package io.oceanid.source.testing;

import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.RecordedWebhook;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Webhooks as Label Studio sends them. */
public final class Webhooks {

    private static final JsonNode UPDATE =
            RecordedWebhook.of("ANNOTATION_UPDATED-annotation-patch").body();
    private static final JsonNode IMPORT =
            RecordedWebhook.of("TASKS_CREATED-import-json-list").body();

    private Webhooks() {}

    /** One annotation, updated. */
    public static byte[] annotation(long id) {
        ObjectNode webhook = UPDATE.deepCopy().asObject();
        ((ObjectNode) webhook.path("annotation")).put("id", id);
        return EventJson.write(webhook);
    }

    /** An import, about 480 bytes a task. */
    public static byte[] tasks(int count) {
        ObjectNode webhook = IMPORT.deepCopy().asObject();
        ObjectNode recorded = webhook.path("tasks").path(0).deepCopy().asObject();
        ArrayNode tasks = webhook.putArray("tasks");
        IntStream.rangeClosed(1, count).forEach(id -> {
            ObjectNode task = recorded.deepCopy().put("id", id);
            task.putObject("data").put("text", "MV NORTHERN STAR, IMO 9321483, from Rotterdam to Singapore");
            tasks.add(task);
        });
        return EventJson.write(webhook);
    }
}
