package io.oceanid.sink.reconcile;

import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.labelstudio.LabelStudioException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** What is read from Label Studio, at a pace. What fails, fails as {@link LabelStudioFailures} has it. */
final class LabelStudioReading {

    private static final int PROJECTS = 100;
    private static final int IDS = 2_000;

    /** A page of tasks of which one is deleted meanwhile is answered with 500. */
    private static final Retry ONCE_MORE = Retry.backoff(2, Duration.ofMillis(100))
            .filter(error -> error instanceof LabelStudioException e && e.status() == 500)
            .onRetryExhaustedThrow((_, signal) -> signal.failure());

    private final LabelStudioClient client;
    private final Pace pace;
    private final int pageSize;

    LabelStudioReading(LabelStudioClient client, Pace pace, int pageSize) {
        this.client = client;
        this.pace = pace;
        this.pageSize = pageSize;
    }

    /** The ids of all projects. */
    Flux<Long> projects() {
        return projects(1)
                .expand(page -> page.hasNext() ? projects(page.number() + 1) : Mono.empty())
                .concatMapIterable(ProjectPage::ids);
    }

    /** A project; empty if there is none. */
    Mono<JsonNode> project(long id) {
        return get("/api/projects/" + id + "/").onErrorResume(LabelStudioReading::isUnknown, _ -> Mono.empty());
    }

    /** The first tasks of a range, with their annotations and predictions. Their data are as they were imported. */
    Mono<TaskPage> tasks(TaskRange range) {
        return tasks(range, "fields=all&resolve_uri=false", pageSize);
    }

    /** The first tasks of a range, of which no more is told than their ids. */
    Mono<TaskPage> taskIds(TaskRange range) {
        return tasks(range, "fields=task_only&include=id", Math.max(pageSize, IDS));
    }

    /** The webhooks of a project. */
    Mono<JsonNode> webhooks(long project) {
        return get("/api/webhooks/?project=" + project);
    }

    private Mono<TaskPage> tasks(TaskRange range, String fields, int size) {
        String path = "/api/tasks?project=%d&page=1&page_size=%d&%s&query=%s"
                .formatted(range.project(), size, fields, URLEncoder.encode(range.query(), StandardCharsets.UTF_8));
        return get(path)
                .map(answer -> LabelStudioFailures.required("GET /api/tasks", TaskPage.read(range, answer)))
                .onErrorResume(
                        error -> LabelStudioFailures.isTooLarge(error) && size > 1,
                        _ -> tasks(range, fields, (size + 1) / 2));
    }

    private Mono<ProjectPage> projects(int number) {
        return get("/api/projects/?include=id&page_size=" + PROJECTS + "&page=" + number)
                .map(answer -> ProjectPage.read(number, answer))
                // one more page than there is, since projects were deleted meanwhile
                .onErrorResume(
                        error -> number > 1 && isUnknown(error),
                        _ -> Mono.just(new ProjectPage(number, List.of(), false)));
    }

    private Mono<JsonNode> get(String path) {
        return pace.take(client.get(path)).retryWhen(ONCE_MORE);
    }

    private static boolean isUnknown(Throwable error) {
        return error instanceof LabelStudioException e && e.status() == 404;
    }

    private record ProjectPage(int number, List<Long> ids, boolean hasNext) {

        static ProjectPage read(int number, JsonNode answer) {
            JsonNode results = answer.path("results");
            if (!results.isArray()) {
                throw LabelStudioFailures.unusable("GET /api/projects/");
            }
            return new ProjectPage(
                    number,
                    StreamSupport.stream(results.spliterator(), false)
                            .map(project -> project.path("id").asLong(0))
                            .toList(),
                    answer.path("next").isString());
        }
    }
}
