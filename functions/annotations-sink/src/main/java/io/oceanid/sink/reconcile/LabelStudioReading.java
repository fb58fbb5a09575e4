package io.oceanid.sink.reconcile;

import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.labelstudio.LabelStudioException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** What is read from Label Studio, at a pace. What fails, fails as {@link LabelStudioFailures} has it. */
final class LabelStudioReading {

    private static final Logger log = LoggerFactory.getLogger(LabelStudioReading.class);

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

    /** Tasks as they are exported; none where Label Studio does not export them to this token. */
    Mono<Originals> originals(long project, Collection<Long> tasks) {
        String ids = tasks.stream().map(id -> "&ids[]=" + id).collect(Collectors.joining());
        return get("/api/projects/" + project + "/export?exportType=JSON&download_all_tasks=true"
                        + ids.replace("[]", "%5B%5D"))
                .map(Originals::read)
                .onErrorResume(LabelStudioFailures::isForGood, error -> {
                    log.warn("unique ids of annotations stay unknown: {}", error.getMessage());
                    return Mono.just(Originals.NONE);
                });
    }

    /** What is wrong with the webhooks of a project. */
    Mono<List<String>> webhooks(long project, WebhookCheck check) {
        return get("/api/webhooks/?project=" + project)
                .map(check::problems)
                .onErrorResume(
                        LabelStudioFailures::isForGood,
                        error -> Mono.just(List.of("they cannot be read: " + error.getMessage())));
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
