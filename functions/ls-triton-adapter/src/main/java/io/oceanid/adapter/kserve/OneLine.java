package io.oceanid.adapter.kserve;

import io.oceanid.events.json.EventJson;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What others say, made fit for a line of a log. */
final class OneLine {

    private static final int LONGEST = 400;
    /** No error of Triton's is longer; an HTML page may be, and is not worth reading. */
    private static final int LONGEST_BODY = 64 * 1024;

    private OneLine() {}

    /** Without control characters and line breaks, of bounded length. */
    static String of(String said) {
        String start = said.length() > 4 * LONGEST ? said.substring(0, 4 * LONGEST) : said;
        String line =
                start.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** The error that a body tells of, as KServe v2 has it ({@code {"error": "…"}}, whatever its content type says). */
    static Optional<String> ofError(byte[] body) {
        if (body.length == 0 || body.length > LONGEST_BODY) {
            return Optional.empty();
        }
        try {
            JsonNode error = EventJson.read(body).path("error");
            return error.isString() ? Optional.of(of(error.stringValue())) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
