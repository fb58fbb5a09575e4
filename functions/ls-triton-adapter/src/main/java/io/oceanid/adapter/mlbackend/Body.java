package io.oceanid.adapter.mlbackend;

import io.oceanid.events.json.EventJson;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object of a request, and its fields, each of which says by name what is wrong with it. */
record Body(ObjectNode json, String path) {

    /** Reads a request's body. */
    static Body read(String text) {
        try {
            return object(EventJson.read(text), "body", "");
        } catch (JacksonException e) {
            throw new InvalidRequestException("body", "the body is not JSON: " + e.getOriginalMessage());
        }
    }

    /** A field that has to be there, and text. */
    String text(String field) {
        String text = textIfPresent(field);
        if (text == null) {
            throw invalid(field, "is missing");
        }
        return text;
    }

    /** A field that is text, where it is there and not null. */
    @Nullable
    String textIfPresent(String field) {
        JsonNode value = present(field);
        if (value != null && !value.isString()) {
            throw invalid(field, "is no string");
        }
        return value == null ? null : value.stringValue();
    }

    /** A field that is a number from 0 to 1, where it is there and not null. */
    @Nullable
    Double shareIfPresent(String field) {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        // a number that no double holds is infinite so, where doubleValue() would fail
        double share = value.isNumber() ? Double.parseDouble(value.asString()) : Double.NaN;
        if (!(share >= 0 && share <= 1)) {
            throw invalid(field, "is no number from 0 to 1");
        }
        return share;
    }

    /** A field that is an object, where it is there and not null; else an empty one. */
    Body objectOrEmpty(String field) {
        JsonNode value = present(field);
        return value == null ? new Body(json.objectNode(), path + field + ".") : object(value, path + field);
    }

    /** A field that has to be there, and a list of objects. */
    List<Body> objects(String field) {
        JsonNode value = present(field);
        if (value == null || !value.isArray()) {
            throw invalid(field, value == null ? "is missing" : "is no list");
        }
        List<Body> objects = new ArrayList<>(value.size());
        for (JsonNode item : value.values()) {
            objects.add(object(item, path + field + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /** A problem with a field. */
    InvalidRequestException invalid(String field, String problem) {
        return new InvalidRequestException(path + field, path + field + " " + problem);
    }

    @Nullable
    JsonNode present(String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private static Body object(JsonNode value, String field) {
        return object(value, field, field + ".");
    }

    private static Body object(JsonNode value, String field, String path) {
        if (value instanceof ObjectNode object) {
            return new Body(object, path);
        }
        throw new InvalidRequestException(field, field + " is no object");
    }
}
