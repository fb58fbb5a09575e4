package io.oceanid.support.openapi;

import io.oceanid.events.json.EventJson;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The problems (RFC 9457) that functions answer with, by their status. */
final class Problems {

    private static final Map<Integer, String> MEANINGS = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "Malformed, or not as the schema says; `field` names what is at fault, where something is."),
            Map.entry(401, "Without credentials, or with wrong ones; the body was not read."),
            Map.entry(404, "There is no such thing."),
            Map.entry(408, "A body that stopped coming; may be tried again."),
            Map.entry(409, "Not while another is under way, or not without a decision; `detail` says which."),
            Map.entry(413, "A body larger than the function takes."),
            Map.entry(415, "A content type that is not taken, or a compressed body."),
            Map.entry(429, "Too much is being worked on; to be tried again after `Retry-After`."),
            Map.entry(502, "Another service answers what cannot be used."),
            Map.entry(503, "Another service is away, or not configured; to be tried again after `Retry-After`.")));

    private static final String SCHEMA = """
        {"type": "object", "required": ["title", "status", "detail"], "properties": {
          "title": {"type": "string"},
          "status": {"type": "integer", "minimum": 400, "maximum": 599},
          "detail": {"type": "string", "description": "For people."},
          "field": {"type": "string", "description": "The attribute, parameter or field at fault."}}}
        """;

    private Problems() {}

    static String reference(int status) {
        if (!MEANINGS.containsKey(status)) {
            throw new IllegalArgumentException("nobody said what " + status + " means");
        }
        return "#/components/responses/" + status;
    }

    static ObjectNode responses() {
        ObjectNode responses = JsonNodeFactory.instance.objectNode();
        MEANINGS.forEach((status, meaning) -> {
            ObjectNode response = responses.putObject(String.valueOf(status)).put("description", meaning);
            if (status == 429 || status == 503) {
                response.putObject("headers")
                        .putObject("Retry-After")
                        .put("description", "Seconds.")
                        .putObject("schema")
                        .put("type", "integer");
            }
            if (status == 401) {
                response.putObject("headers")
                        .putObject("WWW-Authenticate")
                        .put("description", "The ways to authenticate; the header of the secret is named as one.")
                        .putObject("schema")
                        .put("type", "string");
            }
            response.putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Problem");
        });
        return responses;
    }

    static ObjectNode schema() {
        return (ObjectNode) EventJson.read(SCHEMA);
    }
}
