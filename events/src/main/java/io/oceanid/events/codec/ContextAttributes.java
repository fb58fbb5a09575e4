package io.oceanid.events.codec;

import static io.oceanid.events.codec.MalformedCloudEventException.quote;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The rules for context attributes that hold in every mode (CloudEvents 1.0.2, sections 2 and 3). Between the modes and
 * these rules, attributes are a map from names to values of type String, Boolean or Integer.
 */
final class ContextAttributes {

    private static final List<String> OF_THE_SPECIFICATION =
            List.of("id", "source", "type", "subject", "time", "dataschema", "datacontenttype");

    private ContextAttributes() {}

    /** Returns the name if an attribute may have it. */
    static String requireName(String name) {
        if (name.isEmpty() || !name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
            throw new MalformedCloudEventException(
                    quote(name), "is not an attribute name: use lower-case letters a-z and digits only");
        }
        return name;
    }

    /** Begins an event with these attributes. */
    static CloudEventBuilder read(Map<String, Object> attributes) {
        String version = attribute("specversion", attributes).text();
        if (!version.equals("1.0")) {
            throw new MalformedCloudEventException("specversion", "must be \"1.0\" but is " + quote(version));
        }
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(attribute("id", attributes).text())
                .withSource(attribute("source", attributes).uri())
                .withType(attribute("type", attributes).text());
        attributes.forEach((name, value) -> {
            AttributeValue attribute = new AttributeValue(name, value);
            switch (name) {
                case "specversion", "id", "source", "type" -> {}
                case "subject" -> event.withSubject(attribute.text());
                case "time" -> event.withTime(attribute.time());
                case "dataschema" -> event.withDataSchema(attribute.absoluteUri());
                case "datacontenttype" -> event.withDataContentType(attribute.contentType());
                default -> attribute.extend(event);
            }
        });
        return event;
    }

    /** The attributes of an event that are set, {@code specversion} first, extensions last. */
    static Map<String, Object> of(CloudEvent event) {
        if (event.getSpecVersion() != SpecVersion.V1) {
            throw new IllegalArgumentException("only CloudEvents 1.0 are written, not " + event.getSpecVersion());
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        for (String name : OF_THE_SPECIFICATION) {
            Object value = event.getAttribute(name);
            if (value != null) {
                attributes.put(name, canonical(value));
            }
        }
        for (String name : new TreeSet<>(event.getExtensionNames())) {
            Object value = event.getExtension(name);
            if (value != null) {
                attributes.put(name, canonical(value));
            }
        }
        return attributes;
    }

    /** Everything but Boolean and Integer travels as text; the specification has no wider numbers (section 2.2). */
    private static Object canonical(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case Integer number -> number;
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
            default -> value.toString();
        };
    }

    private static AttributeValue attribute(String name, Map<String, Object> attributes) {
        return new AttributeValue(name, attributes.get(name));
    }
}
