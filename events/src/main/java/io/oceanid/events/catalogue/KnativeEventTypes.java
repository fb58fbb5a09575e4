package io.oceanid.events.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue as Knative's {@code EventType} objects, which show in the registry what the broker has to offer. */
final class KnativeEventTypes {

    private static final String BROKER = "oceanid";

    private KnativeEventTypes() {}

    static List<ObjectNode> of(Catalogue catalogue) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        for (EventType type : EventType.values()) {
            objects.add(object(type, catalogue.schemaOf(type)));
        }
        return objects;
    }

    private static ObjectNode object(EventType type, JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", "eventing.knative.dev/v1beta3")
                .put("kind", "EventType");
        object.putObject("metadata").put("name", type.type());
        ObjectNode spec = object.putObject("spec");
        spec.putObject("reference")
                .put("apiVersion", "eventing.knative.dev/v1")
                .put("kind", "Broker")
                .put("name", BROKER);
        spec.put("description", schema.path("description").asString());
        ArrayNode attributes = spec.putArray("attributes");
        for (EventAttribute attribute : EventAttribute.values()) {
            ObjectNode definition =
                    attributes.addObject().put("name", attribute.attribute()).put("required", true);
            String value = attribute.valueFor(type);
            if (value != null) {
                definition.put("value", value);
            }
        }
        return object;
    }
}
