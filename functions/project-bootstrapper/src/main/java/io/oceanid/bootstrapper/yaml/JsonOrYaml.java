package io.oceanid.bootstrapper.yaml;

import io.oceanid.events.json.EventJson;
import io.oceanid.events.text.Utf8;
import io.oceanid.support.failure.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads what people write by hand: JSON or YAML. */
public final class JsonOrYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonOrYaml() {}

    /**
     * Reads one value.
     *
     * @param field what it is, for the message
     * @throws InvalidRequestException saying where it is neither
     */
    public static JsonNode read(String field, byte[] bytes) {
        if (!Utf8.isWellFormed(bytes)) {
            throw refused(field, "is not UTF-8");
        }
        return read(field, new String(bytes, StandardCharsets.UTF_8));
    }

    /** Reads one value; see {@link #read(String, byte[])}. */
    public static JsonNode read(String field, String text) {
        if (text.isBlank()) {
            throw refused(field, "is empty");
        }
        String stripped = text.strip();
        JsonNode json = stripped.startsWith("{") ? json(stripped) : null;
        try {
            return json == null ? yaml(field, stripped) : json;
        } catch (JacksonException e) {
            throw refused(field, "is neither JSON nor YAML" + place(e.getLocation()));
        }
    }

    /** Null for what may be YAML yet: that has braces too. */
    private static @Nullable JsonNode json(String text) {
        try {
            return EventJson.read(text);
        } catch (JacksonException _) {
            return null;
        }
    }

    private static JsonNode yaml(String field, String text) {
        try (JsonParser parser = new WithoutAliases(field, YAML.createParser(text))) {
            return YAML.readTree(parser);
        }
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static InvalidRequestException refused(String field, String why) {
        return new InvalidRequestException(field, "the " + field + " " + why);
    }

    /** The parser gives an alias as a text, the name of its anchor: that is never what was meant. */
    private static final class WithoutAliases extends JsonParserDelegate {

        private final String field;

        WithoutAliases(String field, JsonParser parser) {
            super(parser);
            this.field = field;
        }

        @Override
        public @Nullable JsonToken nextToken() {
            JsonToken token = super.nextToken();
            if (delegate instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                throw refused(field, "has an alias (*): write it out" + place(currentLocation()));
            }
            return token;
        }
    }
}
