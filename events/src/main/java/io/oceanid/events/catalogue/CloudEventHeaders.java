package io.oceanid.events.catalogue;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The attributes that every event of the catalogue has, as schemas of HTTP headers. */
final class CloudEventHeaders {

    private CloudEventHeaders() {}

    static ObjectNode common() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (EventAttribute attribute : EventAttribute.values()) {
            if (attribute == EventAttribute.DATACONTENTTYPE) {
                // the header content-type, which is no header of the application's
                continue;
            }
            String header = "ce-" + attribute.attribute();
            required.add(header);
            ObjectNode property =
                    properties.putObject(header).put("type", "string").put("description", attribute.description());
            if (attribute.format() != null) {
                property.put("format", attribute.format());
            }
        }
        return schema;
    }

    /** The common ones, with what is the same for all events of a type. */
    static ObjectNode of(EventType type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ArrayNode all = schema.putArray("allOf");
        all.addObject().put("$ref", "#/components/schemas/cloudEvent");
        ObjectNode properties = all.addObject().putObject("properties");
        for (EventAttribute attribute : EventAttribute.values()) {
            String value = attribute.valueFor(type);
            if (value != null && attribute != EventAttribute.DATACONTENTTYPE) {
                properties.putObject("ce-" + attribute.attribute()).put("const", value);
            }
        }
        return schema;
    }
}
