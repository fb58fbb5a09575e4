package io.oceanid.sink.reconcile;

import io.cloudevents.CloudEvent;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.WebhookTranslator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was read from Label Studio as the events that its webhooks would be, by the same translation: a webhook and the
 * reading of the same state have one id.
 */
record StateEvents(WebhookTranslator translator) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Label Studio takes both times of a new annotation in one go; a change comes in another request. */
    private static final Duration ONE_GO = Duration.ofMillis(10);

    /** A state of a task. */
    CloudEvent task(JsonNode task, JsonNode project, Instant readAt) {
        ObjectNode webhook = webhook("TASKS_CREATED", project);
        webhook.set("tasks", JSON.arrayNode().add(task));
        return event(webhook, readAt);
    }

    /** A state of an annotation. */
    CloudEvent annotation(JsonNode annotation, JsonNode project, Instant readAt) {
        return event(annotationWebhook(annotation, project), readAt);
    }

    /** A state of an annotation, with the task that it speaks of. */
    CloudEvent annotation(JsonNode annotation, JsonNode task, JsonNode project, Instant readAt) {
        ObjectNode webhook = annotationWebhook(annotation, project);
        webhook.set("task", task);
        return event(webhook, readAt);
    }

    CloudEvent project(JsonNode project, Instant readAt) {
        return event(webhook("PROJECT_UPDATED", project), readAt);
    }

    CloudEvent tasksDeleted(long id, long project, Instant at) {
        return deleted("TASKS_DELETED", "tasks", id, project, at);
    }

    CloudEvent annotationsDeleted(long id, long project, Instant at) {
        return deleted("ANNOTATIONS_DELETED", "annotations", id, project, at);
    }

    CloudEvent projectDeleted(long id, Instant at) {
        return event(webhook("PROJECT_DELETED", reference(id)), at);
    }

    /** A project of which no more is said. */
    static ObjectNode reference(long id) {
        return JSON.objectNode().put("id", id);
    }

    private CloudEvent deleted(String action, String kind, long id, long project, Instant at) {
        ObjectNode webhook = webhook(action, reference(project));
        webhook.set(kind, JSON.arrayNode().add(reference(id)));
        return event(webhook, at);
    }

    private static ObjectNode annotationWebhook(JsonNode annotation, JsonNode project) {
        ObjectNode webhook = webhook(isNew(annotation) ? "ANNOTATION_CREATED" : "ANNOTATION_UPDATED", project);
        webhook.set("annotation", annotation);
        return webhook;
    }

    private static boolean isNew(JsonNode annotation) {
        try {
            OffsetDateTime created =
                    OffsetDateTime.parse(annotation.path("created_at").asString(""));
            OffsetDateTime updated =
                    OffsetDateTime.parse(annotation.path("updated_at").asString(""));
            return Duration.between(created, updated).compareTo(ONE_GO) < 0;
        } catch (DateTimeException _) {
            // the translation says so
            return false;
        }
    }

    private static ObjectNode webhook(String action, JsonNode project) {
        ObjectNode webhook = JSON.objectNode().put("action", action);
        webhook.set("project", project);
        return webhook;
    }

    private CloudEvent event(ObjectNode webhook, Instant readAt) {
        List<CloudEvent> events = translator.translate(EventJson.write(webhook), readAt);
        if (events.size() != 1) {
            throw new IllegalStateException("one thing is one event, not " + events.size());
        }
        return events.getFirst();
    }
}
