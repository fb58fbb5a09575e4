package io.oceanid.events.labelstudio;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.events.catalogue.EventType;
import io.oceanid.events.json.EventJson;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Label Studio's webhooks as CloudEvents. No webhook is dropped: one whose action or shape is not known becomes
 * {@link EventType#UNKNOWN}. Secrets stay behind. A bulk too large for one event becomes several.
 *
 * <p>The same webhook always gives the same events with the same ids; only {@code time} is the moment of receipt where
 * the webhook tells none.
 *
 * <p>Thread-safe.
 */
public final class WebhookTranslator {

    private static final Map<String, EventType> BY_ACTION = Map.ofEntries(
            Map.entry("ANNOTATION_CREATED", EventType.ANNOTATION_CREATED),
            Map.entry("ANNOTATION_UPDATED", EventType.ANNOTATION_UPDATED),
            Map.entry("ANNOTATIONS_CREATED", EventType.ANNOTATIONS_CREATED),
            Map.entry("ANNOTATIONS_DELETED", EventType.ANNOTATIONS_DELETED),
            Map.entry("TASKS_CREATED", EventType.TASKS_CREATED),
            Map.entry("TASKS_DELETED", EventType.TASKS_DELETED),
            Map.entry("PROJECT_CREATED", EventType.PROJECT_CREATED),
            Map.entry("PROJECT_UPDATED", EventType.PROJECT_UPDATED),
            Map.entry("PROJECT_DELETED", EventType.PROJECT_DELETED),
            Map.entry("LABEL_LINK_CREATED", EventType.LABEL_LINK_CREATED),
            Map.entry("LABEL_LINK_UPDATED", EventType.LABEL_LINK_UPDATED),
            Map.entry("LABEL_LINK_DELETED", EventType.LABEL_LINK_DELETED),
            Map.entry("START_TRAINING", EventType.TRAINING_REQUESTED));

    /** An event wraps a webhook in a few levels more, and nothing here reads or writes more than 500. */
    private static final int MAX_DEPTH = 480;

    private final URI source;

    /** @param source the CloudEvents attribute {@code source}: the base URL of the Label Studio that sends */
    public WebhookTranslator(URI source) {
        this.source = source;
    }

    /**
     * Translates one webhook.
     *
     * @return the events, in the order of what they tell; at least one
     * @throws UnreadableWebhookException if it is not a JSON object with a string {@code action}
     */
    public List<CloudEvent> translate(byte[] webhook, Instant receivedAt) {
        ObjectNode body = parse(webhook);
        String action = body.path("action").asString("");
        if (!body.path("action").isString() || action.isBlank()) {
            throw new UnreadableWebhookException("the webhook has no action");
        }
        if (body.size() == 1) {
            return List.of(unknown(action, "the webhook carries no payload (send_payload=false)", body, receivedAt));
        }
        EventType type = BY_ACTION.get(action);
        if (type == null) {
            return List.of(unknown(action, "the action " + action + " is not known", body, receivedAt));
        }
        try {
            return known(type, action, body, receivedAt);
        } catch (InvalidEventException e) {
            return List.of(unknown(action, e.problem(), body, receivedAt));
        }
    }

    private List<CloudEvent> known(EventType type, String action, ObjectNode body, Instant receivedAt) {
        ObjectNode data = body.deepCopy();
        data.remove("action");
        List<ObjectNode> parts = WebhookShape.dataOf(type, data);
        if (parts.size() == 1) {
            return List.of(event(type, parts.getFirst(), receivedAt));
        }
        return parts.stream().map(part -> part(type, action, part, receivedAt)).toList();
    }

    /** One of many parts: what is wrong in it takes nothing from the others, and makes no event too large for a broker. */
    private CloudEvent part(EventType type, String action, ObjectNode part, Instant receivedAt) {
        try {
            return event(type, part, receivedAt);
        } catch (InvalidEventException e) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("action", action);
            body.setAll(part);
            return unknown(action, e.problem(), body, receivedAt);
        }
    }

    private CloudEvent unknown(String action, String reason, ObjectNode body, Instant receivedAt) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("action", action);
        data.put("reason", reason);
        data.set("body", body);
        return event(EventType.UNKNOWN, data, receivedAt);
    }

    private CloudEvent event(EventType type, ObjectNode data, Instant receivedAt) {
        Identity identity = Identity.of(EventData.read(type, data));
        String digest = identity.digest().add(source).add(type.type()).hex();
        return CloudEventBuilder.v1()
                .withId(identity.subject().replace('/', '-') + "-" + digest)
                .withSource(source)
                .withType(type.type())
                .withSubject(identity.subject())
                .withTime(
                        Objects.requireNonNullElse(identity.time(), receivedAt).atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withDataSchema(type.schema())
                .withExtension("partitionkey", partitionKey(identity, data))
                .withData(new JsonData(data))
                .build();
    }

    /** All events of a project share a partition, which keeps them in order where a broker does. */
    private static String partitionKey(Identity identity, ObjectNode data) {
        if (identity.project() != null) {
            return "projects/" + identity.project();
        }
        // what is deleted is often told by no more than its id, the project beside it
        JsonNode project = data.path("project").path("id");
        return project.isIntegralNumber() ? "projects/" + project.asString() : identity.subject();
    }

    private static ObjectNode parse(byte[] webhook) {
        try {
            JsonNode node = EventJson.read(webhook);
            if (!(node instanceof ObjectNode body)) {
                throw new UnreadableWebhookException("the webhook is not a JSON object");
            }
            if (isDeeper(body, MAX_DEPTH)) {
                throw new UnreadableWebhookException("the webhook is nested deeper than " + MAX_DEPTH + " levels");
            }
            Secrets.strip(body);
            return body;
        } catch (JacksonException e) {
            // Jackson's own words may quote the webhook, and a secret with it
            throw new UnreadableWebhookException("the webhook is not JSON" + position(e.getLocation()));
        }
    }

    private static boolean isDeeper(JsonNode node, int levels) {
        return node.isContainer()
                && (levels == 0 || node.values().stream().anyMatch(child -> isDeeper(child, levels - 1)));
    }

    private static String position(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
