package io.oceanid.events.codec;

import io.oceanid.events.json.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/**
 * The message is not a CloudEvent that the specification allows. The message text says what to change, and is safe to
 * show and to log: what it quotes of the event is escaped and cut short.
 */
public final class MalformedCloudEventException extends RuntimeException {

    private static final int QUOTE_LIMIT = 80;

    private final @Nullable String attribute;
    private final String problem;

    /** The problem continues the sentence that begins with the attribute's name, or with "the message". */
    MalformedCloudEventException(@Nullable String attribute, String problem) {
        this(attribute, problem, null);
    }

    MalformedCloudEventException(@Nullable String attribute, String problem, @Nullable Throwable cause) {
        super((attribute == null ? "the message" : attribute) + " " + problem, cause);
        this.attribute = attribute;
        this.problem = problem;
    }

    /**
     * What is at fault: an attribute, {@code data}, {@code data_base64} or {@code content-type}. In a batch the event's
     * position goes before it, as in {@code [3].source}, or stands alone. Null if it is the message as a whole.
     */
    public @Nullable String attribute() {
        return attribute;
    }

    /** The same fault, seen from the batch that the event is part of. */
    MalformedCloudEventException inBatchAt(int index) {
        String position = "[" + index + "]";
        return new MalformedCloudEventException(
                attribute == null ? position : position + "." + attribute, problem, getCause());
    }

    /** What the sender wrote, as a JSON string: no line breaks or control characters, and not at any length. */
    static String quote(String text) {
        return EventJson.text(StringNode.valueOf(shorten(text)));
    }

    static String shorten(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= QUOTE_LIMIT;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, QUOTE_LIMIT)) + "…";
    }
}
