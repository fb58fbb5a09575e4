package io.oceanid.sink.reconcile;

import io.oceanid.events.json.EventJson;
import io.oceanid.support.failure.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What to reconcile.
 *
 * @param project only this one; null for all
 * @param full whether to look at all tasks
 */
record ReconcileRequest(@Nullable Long project, boolean full) {

    /** Reads the query, and the body, a JSON object, where there is one. The query goes before. */
    static ReconcileRequest of(MultiValueMap<String, String> query, byte[] body) {
        ObjectNode given = object(body);
        query.forEach((name, values) -> given.put(name, values.getLast()));
        given.propertyNames().stream()
                .filter(name -> !name.equals("project") && !name.equals("full"))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidRequestException(name, name + " is none of project and full");
                });
        return new ReconcileRequest(project(given.path("project")), full(given.path("full")));
    }

    private static @Nullable Long project(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        String text = given.isContainer() ? "" : given.asString();
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new InvalidRequestException("project", "project is no id of a project");
        }
        return Long.valueOf(text);
    }

    private static boolean full(JsonNode given) {
        String text = given.isMissingNode() ? "false" : given.isContainer() ? "?" : given.asString();
        return switch (text) {
            // ?full says it all
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new InvalidRequestException("full", "full is neither true nor false");
        };
    }

    private static ObjectNode object(byte[] body) {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (EventJson.read(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            // said below
        }
        throw new InvalidRequestException("body", "the body is not a JSON object");
    }
}
