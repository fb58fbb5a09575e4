package io.oceanid.sink.testing;

import io.cloudevents.CloudEvent;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.events.labelstudio.WebhookTranslator;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The recorded webhooks as the events they become, as often as a test wants them, each time of other entities. */
public final class RecordedSession {

    private static final WebhookTranslator TRANSLATOR =
            new WebhookTranslator(URI.create("https://label-studio.example.org"));
    private static final Instant RECEIVED_AT = Instant.parse("2026-11-23T12:00:00Z");

    /** Entities of one copy lie so far from those of the next. */
    private static final long STRIDE = 10_000;

    private static final Set<String> IDS = Set.of("id", "task", "project", "label", "parent_prediction");

    private RecordedSession() {}

    /** The events of {@code copies} sessions like the recorded one. */
    public static List<CloudEvent> events(int copies) {
        return IntStream.range(0, copies)
                .boxed()
                .flatMap(copy -> RecordedWebhook.all().stream()
                        .map(webhook -> moved(webhook.body().deepCopy(), copy * STRIDE))
                        .flatMap(body -> TRANSLATOR.translate(EventJson.write(body), RECEIVED_AT).stream()))
                .toList();
    }

    private static JsonNode moved(JsonNode node, long by) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> {
                    JsonNode value = entry.getValue();
                    if (IDS.contains(entry.getKey()) && value.isIntegralNumber()) {
                        object.put(entry.getKey(), value.longValue() + by);
                    } else {
                        moved(value, by);
                    }
                });
            case ArrayNode array -> array.values().forEach(item -> moved(item, by));
            default -> {}
        }
        return node;
    }
}
