package io.oceanid.adapter.preannotation;

import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.LabelStudioClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The predictions that Label Studio has. */
final class StoredPredictions {

    private final LabelStudioClient labelStudio;

    StoredPredictions(LabelStudioClient labelStudio) {
        this.labelStudio = labelStudio;
    }

    /**
     * The predictions of one model version.
     *
     * @return task → the ids of its predictions, in ascending order; a task that is no more is left out
     */
    Mono<Map<Long, List<Long>>> of(long project, Collection<Long> tasks, String modelVersion) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode included = query.putObject("selectedItems").put("all", false).putArray("included");
        tasks.forEach(included::add);
        String path = "/api/tasks/?project=%d&fields=all&page_size=%d&query=%s"
                .formatted(project, tasks.size(), URLEncoder.encode(EventJson.text(query), StandardCharsets.UTF_8));
        return labelStudio.get(path).map(page -> read(page.path("tasks"), modelVersion));
    }

    /** Stores predictions, each with its {@code task}. */
    Mono<Void> add(long project, ArrayNode predictions) {
        return labelStudio
                .post("/api/projects/%d/import/predictions".formatted(project), predictions)
                .then();
    }

    /** Takes predictions away. */
    Mono<Void> remove(List<Long> ids) {
        return Flux.fromIterable(ids)
                .concatMap(id -> labelStudio.delete("/api/predictions/%d/".formatted(id)))
                .then();
    }

    private static Map<Long, List<Long>> read(JsonNode tasks, String modelVersion) {
        Map<Long, List<Long>> stored = new LinkedHashMap<>();
        for (JsonNode task : tasks.values()) {
            List<Long> ids = new ArrayList<>();
            for (JsonNode prediction : task.path("predictions").values()) {
                if (modelVersion.equals(prediction.path("model_version").stringValue(""))) {
                    ids.add(prediction.path("id").longValue());
                }
            }
            stored.put(task.path("id").longValue(), ids.stream().sorted().toList());
        }
        return stored;
    }
}
