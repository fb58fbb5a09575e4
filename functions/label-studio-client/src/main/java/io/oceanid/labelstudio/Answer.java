package io.oceanid.labelstudio;

import io.oceanid.events.json.EventJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * What Label Studio answers to a call.
 *
 * @param call for messages, as in {@code GET /api/projects/1/}
 */
record Answer(String call, int status, byte[] body) {

    private static final int SHOWN = 500;

    /** The body of a good answer. */
    byte[] bytes() {
        if (status >= 300) {
            throw failure();
        }
        return body;
    }

    /** The JSON of a good answer; null for none. */
    JsonNode json() {
        if (bytes().length == 0) {
            return NullNode.getInstance();
        }
        JsonNode json = parsed();
        if (json == null) {
            throw new LabelStudioException(
                    status, call + " answered " + status + " with something other than JSON", null);
        }
        return json;
    }

    private LabelStudioException failure() {
        return new LabelStudioException(status, "%s answered %d: %s".formatted(call, status, reason()), null);
    }

    /** Label Studio's own words; some of its errors are pages for people. */
    private String reason() {
        JsonNode json = parsed();
        if (json == null) {
            return status == 404
                    ? "a page instead of JSON, as Label Studio gives for what it does not have"
                    : "a page instead of JSON";
        }
        JsonNode detail = json.path("detail");
        JsonNode invalid = json.path("validation_errors");
        String words = (detail.isString() ? detail.stringValue() : EventJson.text(json))
                + (invalid.isObject() && !invalid.isEmpty() ? " " + EventJson.text(invalid) : "");
        String line = words.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    private @Nullable JsonNode parsed() {
        try {
            return EventJson.read(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException _) {
            return null;
        }
    }
}
