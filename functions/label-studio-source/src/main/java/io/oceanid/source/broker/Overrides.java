package io.oceanid.source.broker;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.events.json.EventJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Extensions that every event gets, whatever it has of that name: Knative's {@code CloudEventOverrides}. Immutable.
 *
 * @param extensions by name
 */
public record Overrides(Map<String, String> extensions) {

    private static final Set<String> ATTRIBUTES =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data");

    public Overrides {
        extensions = Map.copyOf(extensions);
    }

    /**
     * Reads them.
     *
     * @param json as {@code K_CE_OVERRIDES} has it; blank for none
     * @throws IllegalArgumentException if they are not to be read, with a line that quotes none of them
     */
    static Overrides read(String json) {
        if (json.isBlank()) {
            return new Overrides(Map.of());
        }
        JsonNode extensions = parse(json).path("extensions");
        if (!extensions.isObject() && !extensions.isMissingNode() && !extensions.isNull()) {
            throw unreadable();
        }
        Map<String, String> read = new LinkedHashMap<>();
        extensions.properties().forEach(extension -> read.put(name(extension.getKey()), text(extension.getValue())));
        return new Overrides(read);
    }

    /** The event with the extensions. */
    CloudEvent on(CloudEvent event) {
        if (extensions.isEmpty()) {
            return event;
        }
        CloudEventBuilder overridden = CloudEventBuilder.v1(event);
        extensions.forEach(overridden::withExtension);
        return overridden.build();
    }

    private static JsonNode parse(String json) {
        try {
            JsonNode overrides = EventJson.read(json);
            if (overrides.isObject()) {
                return overrides;
            }
        } catch (JacksonException _) {
            // its words may quote what they are about
        }
        throw unreadable();
    }

    private static String name(String name) {
        if (!name.matches("[a-z0-9]+") || ATTRIBUTES.contains(name)) {
            throw new IllegalArgumentException(
                    "K_CE_OVERRIDES has a name that no extension may have: a-z and 0-9, and none of CloudEvents' own");
        }
        return name;
    }

    private static String text(JsonNode value) {
        if (!value.isString() || value.stringValue().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("K_CE_OVERRIDES has a value that is no text of one line");
        }
        return value.stringValue();
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("K_CE_OVERRIDES is not JSON like {\"extensions\":{\"name\":\"value\"}}");
    }
}
