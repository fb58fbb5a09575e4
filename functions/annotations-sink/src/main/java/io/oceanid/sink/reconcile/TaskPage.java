package io.oceanid.sink.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A page of the tasks of a range, by their ids.
 *
 * @param coveredTo there is no other task in the range up to this id
 */
record TaskPage(TaskRange range, List<ListedTask> tasks, long coveredTo) {

    /** Reads Label Studio's answer; null if it is none. */
    static @Nullable TaskPage read(TaskRange range, JsonNode answer) {
        JsonNode tasks = answer.path("tasks");
        JsonNode remaining = answer.path("total");
        if (!tasks.isArray() || !remaining.canConvertToLong()) {
            return null;
        }
        List<ListedTask> listed = new ArrayList<>(tasks.size());
        tasks.values().forEach(task -> listed.add(ListedTask.read(task)));
        boolean last = listed.isEmpty() || listed.size() >= remaining.longValue();
        return new TaskPage(
                range, listed, last ? range.upTo() : listed.getLast().id());
    }

    boolean isLast() {
        return coveredTo == range.upTo();
    }

    Set<Long> taskIds() {
        return tasks.stream().map(ListedTask::id).collect(Collectors.toSet());
    }

    Set<Long> annotationIds() {
        return tasks.stream()
                .flatMap(task -> task.annotations().stream())
                .map(annotation -> annotation.path("id").asLong(0))
                .collect(Collectors.toSet());
    }

    List<JsonNode> predictions() {
        return tasks.stream().flatMap(task -> task.predictions().stream()).toList();
    }
}
