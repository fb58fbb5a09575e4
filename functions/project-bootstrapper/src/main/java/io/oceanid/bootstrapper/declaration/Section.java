package io.oceanid.bootstrapper.declaration;

import io.oceanid.support.failure.InvalidRequestException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An object of a declaration. What does not fit is refused by its name, as in {@code webhooks[0].url}; so is what nobody asked for. */
final class Section {

    private final String path;
    private final ObjectNode object;
    private final Set<String> asked = new HashSet<>();

    private Section(String path, ObjectNode object) {
        this.path = path;
        this.object = object;
    }

    /** The outermost one. */
    static Section of(JsonNode declaration) {
        if (declaration instanceof ObjectNode object) {
            return new Section("", object);
        }
        throw new InvalidRequestException("body", "the declaration is no object with fields");
    }

    String required(String field) {
        String text = optional(field);
        if (text == null || text.isBlank()) {
            throw refused(field, "is missing");
        }
        return text;
    }

    @Nullable
    String optional(String field) {
        JsonNode node = get(field);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            throw refused(field, "is to be a text");
        }
        return node.stringValue();
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode node = get(field);
        if (node != null && !node.isBoolean()) {
            throw refused(field, "is to be true or false");
        }
        return node == null ? otherwise : node.booleanValue();
    }

    double number(String field, double otherwise, double least, double most) {
        JsonNode node = get(field);
        if (node == null) {
            return otherwise;
        }
        // a number that no double holds is infinite so, where doubleValue() would fail
        double number = node.isNumber() ? Double.parseDouble(node.asString()) : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw refused(field, "is to be a number from %.0f to %.0f".formatted(least, most));
        }
        return number;
    }

    @Nullable
    Section section(String field) {
        ObjectNode node = object(field);
        return node == null ? null : new Section(named(field), node);
    }

    @Nullable
    ObjectNode object(String field) {
        JsonNode node = get(field);
        if (node != null && !node.isObject()) {
            throw refused(field, "is to be an object with fields");
        }
        return (ObjectNode) node;
    }

    /** The items of a list, each read by itself; a text stands for an object of one field. */
    <T> List<T> list(String field, String only, Function<Section, T> read) {
        return items(field)
                .map(item -> read.apply(new Section(item.path, asObject(item, only))))
                .toList();
    }

    List<String> texts(String field) {
        return items(field).map(Section::text).toList();
    }

    List<ObjectNode> objects(String field) {
        return items(field).map(item -> asObject(item, "")).toList();
    }

    Map<String, JsonNode> entries() {
        object.propertyNames().forEach(asked::add);
        return object.properties().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** Refuses what nobody asked for: a name that is spelt wrongly would be passed over in silence otherwise. */
    void end() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                throw refused(
                        name,
                        "is no field that is known here; there are "
                                + String.join(", ", asked.stream().sorted().toList()));
            }
        }
    }

    InvalidRequestException refused(String field, String why) {
        String name = named(field);
        return new InvalidRequestException(name, name + " " + why);
    }

    private Stream<Item> items(String field) {
        JsonNode node = get(field);
        if (node == null) {
            return Stream.of();
        }
        if (!node.isArray()) {
            throw refused(field, "is to be a list");
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode item : node.values()) {
            items.add(new Item("%s[%d]".formatted(named(field), items.size()), item));
        }
        return items.stream();
    }

    private static String text(Item item) {
        if (!item.node.isString() || item.node.stringValue().isBlank()) {
            throw new InvalidRequestException(item.path, item.path + " is to be a text");
        }
        return item.node.stringValue();
    }

    private static ObjectNode asObject(Item item, String only) {
        return switch (item.node) {
            case ObjectNode known -> known;
            case JsonNode text when text.isString() && !only.isEmpty() -> known(only, text);
            default -> throw new InvalidRequestException(item.path, item.path + " is to be an object with fields");
        };
    }

    private static ObjectNode known(String only, JsonNode text) {
        ObjectNode object = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        object.set(only, text);
        return object;
    }

    private @Nullable JsonNode get(String field) {
        asked.add(field);
        JsonNode node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    private String named(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private record Item(String path, JsonNode node) {}
}
