package io.oceanid.support.openapi;

import io.oceanid.events.json.EventJson;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is said of a route, besides that it is there and asks for credentials. Schemas are JSON (Schema 2020-12). */
public final class Operation {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    private final ObjectNode content = JsonNodeFactory.instance.objectNode();
    private final ObjectNode answers = JsonNodeFactory.instance.objectNode();
    private final TreeSet<Integer> problems = new TreeSet<>();
    private boolean needsBody;

    private Operation(String id, String summary) {
        json.put("operationId", id).put("summary", summary);
    }

    /** Begins. */
    public static Operation of(String id, String summary) {
        return new Operation(id, summary);
    }

    /** More than the summary says. */
    public Operation describedAs(String text) {
        json.put("description", text.strip());
        return this;
    }

    /** A parameter of the query, which may be left out. */
    public Operation query(String name, String schema, String description) {
        return parameter("query", name, schema, description, false);
    }

    /** A header, which may be left out. */
    public Operation header(String name, String schema, String description) {
        return parameter("header", name, schema, description, false);
    }

    /** A segment of the path. */
    public Operation path(String name, String schema, String description) {
        return parameter("path", name, schema, description, true);
    }

    /** A body that it takes, and has to get. */
    public Operation takes(String contentType, String schema) {
        needsBody = true;
        return mayTake(contentType, schema);
    }

    /** A body that it takes. */
    public Operation mayTake(String contentType, String schema) {
        content.putObject(contentType).set("schema", read(schema));
        return problems(408, 413, 415, 429);
    }

    /** An answer without a body. */
    public Operation answers(int status, String description) {
        return answers(status, description, null, "{}");
    }

    /** An answer. */
    public Operation answers(int status, String description, @Nullable String contentType, String schema) {
        ObjectNode answer = answers.withObjectProperty(String.valueOf(status)).put("description", description);
        if (contentType != null) {
            answer.withObjectProperty("content").putObject(contentType).set("schema", read(schema));
        }
        return this;
    }

    /** Problems that it answers, besides that of a malformed request. */
    public Operation problems(int... statuses) {
        for (int status : statuses) {
            problems.add(status);
        }
        return this;
    }

    ObjectNode json(ArrayNode security) {
        problems.add(400);
        if (!security.isEmpty()) {
            problems.add(401);
        }
        ObjectNode operation = json.deepCopy();
        operation.set("security", security);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        if (!content.isEmpty()) {
            operation.putObject("requestBody").put("required", needsBody).set("content", content);
        }
        ObjectNode responses = operation.putObject("responses");
        responses.setAll(answers);
        problems.forEach(status -> responses.putObject(String.valueOf(status)).put("$ref", Problems.reference(status)));
        return operation;
    }

    private Operation parameter(String in, String name, String schema, String description, boolean required) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", in)
                .put("required", required)
                .put("description", description)
                .set("schema", read(schema));
        return this;
    }

    private static JsonNode read(String schema) {
        return EventJson.read(schema);
    }
}
