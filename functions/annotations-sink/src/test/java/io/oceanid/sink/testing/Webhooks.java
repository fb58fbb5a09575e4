package io.oceanid.sink.testing;

import io.cloudevents.CloudEvent;
import io.oceanid.events.labelstudio.WebhookTranslator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Small webhooks in Label Studio's shapes, as events; times are given as seconds after midnight. */
public final class Webhooks {

    private static final WebhookTranslator TRANSLATOR =
            new WebhookTranslator(URI.create("https://label-studio.example.org"));

    private Webhooks() {}

    /** An annotation of task 1 in project 1. */
    public static CloudEvent annotationUpdated(long id, int createdAt, int updatedAt, String result) {
        return event(updatedAt, """
            {"action": "ANNOTATION_UPDATED",
             "annotation": {"id": %d, "task": 1, "project": 1, "created_at": "%s", "updated_at": "%s",
                            "was_cancelled": false, "result": %s},
             "project": {"id": 1}}
            """.formatted(id, at(createdAt), at(updatedAt), result));
    }

    /** A task. */
    public static CloudEvent taskCreated(long id, long project, int createdAt) {
        return event(createdAt, """
            {"action": "TASKS_CREATED",
             "tasks": [{"id": %d, "project": %d, "created_at": "%s", "updated_at": "%s", "data": {"text": "a"}}],
             "project": {"id": %d}}
            """.formatted(id, project, at(createdAt), at(createdAt), project));
    }

    /** A deletion of annotations, received at a time. */
    public static CloudEvent annotationsDeleted(int receivedAt, long... ids) {
        return event(
                receivedAt,
                "{\"action\": \"ANNOTATIONS_DELETED\", \"annotations\": %s, \"project\": {\"id\": 1}}"
                        .formatted(entities(ids)));
    }

    /** A deletion of tasks, received at a time. */
    public static CloudEvent tasksDeleted(int receivedAt, long... ids) {
        return event(receivedAt, "{\"action\": \"TASKS_DELETED\", \"tasks\": %s}".formatted(entities(ids)));
    }

    /** A deletion of a project, received at a time. */
    public static CloudEvent projectDeleted(int receivedAt, long id) {
        return event(receivedAt, "{\"action\": \"PROJECT_DELETED\", \"project\": {\"id\": %d}}".formatted(id));
    }

    /** The only event of a webhook. */
    public static CloudEvent event(int receivedAt, String webhook) {
        List<CloudEvent> events =
                TRANSLATOR.translate(webhook.getBytes(StandardCharsets.UTF_8), Instant.parse(at(receivedAt)));
        if (events.size() != 1) {
            throw new IllegalArgumentException("a webhook of one event is wanted, not of " + events.size());
        }
        return events.getFirst();
    }

    private static String entities(long... ids) {
        return Arrays.stream(ids).mapToObj("{\"id\": %d}"::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String at(int seconds) {
        return Instant.parse("2026-11-23T00:00:00Z").plusSeconds(seconds).toString();
    }
}
