package io.oceanid.events.codec;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.events.codec.ContentType.CharsetException;
import io.oceanid.events.json.EventJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Attributes and data in one JSON object, or many such in an array (JSON format, sections 2 to 4). */
final class StructuredMode {

    private StructuredMode() {}

    static CloudEvent decode(ContentType type, byte[] body) {
        return event(json(type, body));
    }

    static List<CloudEvent> decodeBatch(ContentType type, byte[] body) {
        JsonNode json = json(type, body);
        if (!(json instanceof ArrayNode batch)) {
            throw new MalformedCloudEventException(null, "must be a JSON array of CloudEvents but is " + kind(json));
        }
        List<CloudEvent> events = new ArrayList<>(batch.size());
        for (JsonNode element : batch) {
            try {
                events.add(event(element));
            } catch (MalformedCloudEventException e) {
                throw e.inBatchAt(events.size());
            }
        }
        return List.copyOf(events);
    }

    static byte[] encode(CloudEvent event) {
        return EventJson.write(envelope(event));
    }

    static byte[] encodeBatch(List<CloudEvent> events) {
        ArrayNode batch = JsonNodeFactory.instance.arrayNode(events.size());
        events.forEach(event -> batch.add(envelope(event)));
        return EventJson.write(batch);
    }

    private static JsonNode json(ContentType type, byte[] body) {
        try {
            return type.isUtf8() ? EventJson.read(body) : EventJson.read(type.decode(body));
        } catch (JacksonException e) {
            throw new MalformedCloudEventException(
                    null, "is not valid JSON: " + e.getOriginalMessage() + position(e), e);
        } catch (CharsetException e) {
            throw new MalformedCloudEventException("content-type", "does not fit the body: " + e.getMessage(), e);
        }
    }

    private static CloudEvent event(JsonNode json) {
        if (!(json instanceof ObjectNode envelope)) {
            throw new MalformedCloudEventException(null, "must be a JSON object but is " + kind(json));
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        envelope.forEachEntry((name, value) -> {
            if (name.equals("data") || name.equals("data_base64")) {
                return;
            }
            ContextAttributes.requireName(name);
            if (!value.isNull()) {
                attributes.put(name, attributeValue(name, value));
            }
        });
        if (envelope.has("data")) {
            // said aloud, so that the event means the same when it is sent on in binary mode (section 3.1.2)
            attributes.putIfAbsent("datacontenttype", "application/json");
        }
        CloudEventBuilder event = ContextAttributes.read(attributes);
        byte[] data = StructuredData.read(envelope, ContentType.ofData((String) attributes.get("datacontenttype")));
        return data == null ? event.build() : event.withData(data).build();
    }

    private static ObjectNode envelope(CloudEvent event) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ContextAttributes.of(event).forEach((name, value) -> {
            switch (value) {
                case Boolean flag -> envelope.put(name, flag);
                case Integer number -> envelope.put(name, number);
                default -> envelope.put(name, value.toString());
            }
        });
        if (event.getData() != null) {
            StructuredData.write(
                    envelope,
                    ContentType.ofData(event.getDataContentType()),
                    event.getData().toBytes());
        }
        return envelope;
    }

    private static Object attributeValue(String name, JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return value.intValue();
        }
        throw new MalformedCloudEventException(
                name, "must be a string, a boolean or an integer of 32 bits but is " + kind(value));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NULL -> "null";
            // a number or a boolean, which shows itself best
            default -> MalformedCloudEventException.shorten(EventJson.text(value));
        };
    }

    private static String position(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
