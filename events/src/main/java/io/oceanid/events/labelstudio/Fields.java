package io.oceanid.events.labelstudio;

import io.oceanid.events.text.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a JSON object; what does not fit is an {@link InvalidEventException} that names its path. */
record Fields(String path, ObjectNode object) {

    static Fields of(String path, @Nullable JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Fields(path, object);
        }
        throw new InvalidEventException(path, isAbsent(node) ? "is missing" : "is not an object");
    }

    /** The same object, its fields told by another path. */
    Fields withPath(String other) {
        return new Fields(other, object);
    }

    Fields child(String name) {
        return of(pathOf(name), object.get(name));
    }

    @Nullable
    Fields childIfPresent(String name) {
        return isAbsent(object.get(name)) ? null : child(name);
    }

    /** The objects of an array. */
    List<Fields> children(String name) {
        JsonNode node = object.get(name);
        if (isAbsent(node) || !node.isArray()) {
            throw invalid(name, isAbsent(node) ? "is missing" : "is not an array");
        }
        List<Fields> children = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            children.add(of(pathOf(name) + "[" + i + "]", node.get(i)));
        }
        return children;
    }

    List<Fields> childrenIfPresent(String name) {
        return isAbsent(object.get(name)) ? List.of() : children(name);
    }

    JsonNode arrayOrNull(String name) {
        JsonNode node = object.get(name);
        if (isAbsent(node)) {
            return NullNode.getInstance();
        }
        if (!node.isArray()) {
            throw invalid(name, "is not an array");
        }
        return node;
    }

    /** The id of this very object. */
    long id(String name) {
        return required(name, wholeNumberIfPresent(name));
    }

    /** The id of another object. */
    long reference(String name) {
        return required(name, referenceIfPresent(name));
    }

    /** The id of another object: a whole number, or the {@code id} of the object that stands in its place. */
    @Nullable
    Long referenceIfPresent(String name) {
        JsonNode node = object.get(name);
        return wholeNumber(name, node instanceof ObjectNode nested ? nested.get("id") : node);
    }

    @Nullable
    Long wholeNumberIfPresent(String name) {
        return wholeNumber(name, object.get(name));
    }

    @Nullable
    String stringIfPresent(String name) {
        JsonNode node = object.get(name);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isString()) {
            throw invalid(name, "is not a string");
        }
        return node.stringValue();
    }

    boolean flag(String name) {
        JsonNode node = object.get(name);
        if (isAbsent(node)) {
            return false;
        }
        if (!node.isBoolean()) {
            throw invalid(name, "is not true or false");
        }
        return node.booleanValue();
    }

    @Nullable
    Double decimalIfPresent(String name) {
        JsonNode node = object.get(name);
        if (isAbsent(node)) {
            return null;
        }
        double value = node.isNumber() ? node.doubleValue(Double.NaN) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw invalid(name, "is not a number");
        }
        return value;
    }

    Instant instant(String name) {
        return required(name, instantIfPresent(name));
    }

    /** A time of RFC 3339, to the microsecond, which is what Label Studio and PostgreSQL keep. */
    @Nullable
    Instant instantIfPresent(String name) {
        String text = stringIfPresent(name);
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = Rfc3339.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            if (time.getYear() >= 0 && time.getYear() <= 9999) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw invalid(name, "is not a time of RFC 3339");
    }

    InvalidEventException invalid(String name, String problem) {
        return new InvalidEventException(pathOf(name), problem);
    }

    private @Nullable Long wholeNumber(String name, @Nullable JsonNode node) {
        if (node == null || isAbsent(node)) {
            return null;
        }
        if (!node.canConvertToLong() || !node.canConvertToExactIntegral()) {
            throw invalid(name, "is not a whole number");
        }
        return node.longValue();
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw invalid(name, "is missing");
        }
        return value;
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean isAbsent(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }
}
