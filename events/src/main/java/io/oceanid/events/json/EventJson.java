package io.oceanid.events.json;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way JSON is read and written here: strict (RFC 8259, duplicate keys and trailing text refused) and exact
 * (a number keeps the digits it came with).
 *
 * <p>Thread-safe.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private EventJson() {}

    /**
     * Reads one JSON value.
     *
     * @throws JacksonException if the bytes are not exactly one JSON value
     */
    public static JsonNode read(byte[] json) {
        return read(() -> MAPPER.readTree(json));
    }

    /** Reads one JSON value; see {@link #read(byte[])}. */
    public static JsonNode read(String json) {
        return read(() -> MAPPER.readTree(json));
    }

    /** Writes a value as UTF-8, without white space. */
    public static byte[] write(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Writes a value as text, without white space. */
    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Writes a value for people to read. */
    public static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    private static JsonNode read(Supplier<JsonNode> reader) {
        JsonNode node;
        try {
            node = reader.get();
        } catch (NumberFormatException e) {
            // Jackson lets it through for an exponent that BigDecimal cannot hold, as in 1e9999999999
            throw new UnreadableJsonException("a number is too large or too small", e);
        }
        if (node == null || node.isMissingNode()) {
            throw new UnreadableJsonException("no JSON value: the text is empty", null);
        }
        return node;
    }

    private static final class UnreadableJsonException extends JacksonException {
        UnreadableJsonException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
