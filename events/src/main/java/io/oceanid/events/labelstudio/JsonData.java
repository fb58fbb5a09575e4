package io.oceanid.events.labelstudio;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.oceanid.events.json.EventJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Data that are still the tree they were translated to, so that nobody parses them twice. */
record JsonData(JsonNode node) implements CloudEventData {

    @Override
    public byte[] toBytes() {
        return EventJson.write(node);
    }

    static JsonNode of(CloudEvent event) {
        return switch (event.getData()) {
            case JsonData(JsonNode node) -> node;
            case null -> throw new InvalidEventException("data", "is missing");
            case CloudEventData data -> parse(data.toBytes());
        };
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            JsonNode node = EventJson.read(bytes);
            // somebody else's translation may have left them in
            Secrets.strip(node);
            return node;
        } catch (JacksonException e) {
            throw new InvalidEventException("data", "is not JSON: " + e.getOriginalMessage());
        }
    }
}
