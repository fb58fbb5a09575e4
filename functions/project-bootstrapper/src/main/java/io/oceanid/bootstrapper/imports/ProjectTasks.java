package io.oceanid.bootstrapper.imports;

import io.oceanid.labelstudio.LabelStudioClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The tasks of one project. Fails with a {@link io.oceanid.labelstudio.LabelStudioException}. */
record ProjectTasks(LabelStudioClient labelStudio, long project) {

    private static final int PAGE = 2_000;

    /** Of a task, what is asked for: its data would be most of the answer. */
    private static final String FIELDS = "&fields=task_only&include=id,meta,total_annotations";

    Mono<Long> count() {
        return labelStudio
                .get("/api/projects/" + project + "/")
                .map(answer -> answer.path("task_number").asLong(0));
    }

    /** Those with a higher id, in the order of their ids: what is added or deleted meanwhile makes none go missing. */
    Flux<StoredTask> after(long id) {
        return page(id).expand(page -> page.isLast() ? Mono.empty() : page(page.lastId()))
                .concatMapIterable(Page::tasks, 1);
    }

    /** Stores all of them, or fails; it may have stored them all the same. Gives the highest id, 0 if none was told. */
    Mono<Long> store(List<NewTask> tasks) {
        return labelStudio
                .post("/api/projects/" + project + "/import?return_task_ids=true", TaskForm.list(tasks))
                .map(answer -> StreamSupport.stream(answer.path("task_ids").spliterator(), false)
                        .mapToLong(id -> id.asLong(0))
                        .max()
                        .orElse(0));
    }

    Mono<Void> delete(StoredTask task) {
        return labelStudio.delete("/api/tasks/" + task.id() + "/");
    }

    private Mono<Page> page(long after) {
        String filter = after == 0
                ? ""
                : ",\"filters\":{\"conjunction\":\"and\",\"items\":[{\"filter\":\"filter:tasks:id\",\"operator\":\"greater\",\"type\":\"Number\",\"value\":%d}]}"
                        .formatted(after);
        String query = "{\"ordering\":[\"tasks:id\"]" + filter + "}";
        return labelStudio
                .get("/api/tasks?project=" + project + "&page=1&page_size=" + PAGE + FIELDS + "&query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .map(Page::read);
    }

    /** @param remaining tasks from this page on; pages may be smaller than asked for */
    private record Page(List<StoredTask> tasks, long remaining) {

        static Page read(JsonNode answer) {
            List<StoredTask> tasks = StreamSupport.stream(answer.path("tasks").spliterator(), false)
                    .map(StoredTask::read)
                    .toList();
            return new Page(tasks, answer.path("total").asLong(0));
        }

        boolean isLast() {
            return tasks.isEmpty() || tasks.size() >= remaining;
        }

        long lastId() {
            return tasks.getLast().id();
        }
    }
}
