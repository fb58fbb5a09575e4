package io.oceanid.sink.region;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a value of the type that is asked for; one of any other type, or out of range, reads as absent. */
final class Lenient {

    private Lenient() {}

    static @Nullable String string(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    /** A whole number; {@code 3.0} is one. */
    static @Nullable Integer integer(JsonNode node) {
        var value = node.intValueOpt();
        return value.isPresent() ? value.getAsInt() : null;
    }

    /** A number that a double can hold. */
    static @Nullable Double number(JsonNode node) {
        var value = node.doubleValueOpt();
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? value.getAsDouble() : null;
    }

    /** An array of nothing but strings. */
    static @Nullable List<String> strings(JsonNode node) {
        if (!node.isArray()) {
            return null;
        }
        var strings = new ArrayList<String>(node.size());
        for (JsonNode element : node.values()) {
            if (!element.isString()) {
                return null;
            }
            strings.add(element.stringValue());
        }
        return strings;
    }
}
