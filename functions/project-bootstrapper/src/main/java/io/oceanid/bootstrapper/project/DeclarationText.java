package io.oceanid.bootstrapper.project;

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

/** Reads declarations as people write them: JSON or YAML. */
final class DeclarationText {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private DeclarationText() {}

    /** @throws InvalidRequestException saying where it is neither */
    static JsonNode read(byte[] bytes) {
        if (!Utf8.isWellFormed(bytes)) {
            throw refused("is not UTF-8");
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw refused("is empty");
        }
        JsonNode json = text.startsWith("{") ? json(text) : null;
        try {
            return json == null ? yaml(text) : json;
        } catch (JacksonException e) {
            throw refused("is neither JSON nor YAML" + place(e.getLocation()));
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

    private static JsonNode yaml(String text) {
        try (JsonParser parser = new WithoutAliases(YAML.createParser(text))) {
            return YAML.readTree(parser);
        }
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static InvalidRequestException refused(String why) {
        return new InvalidRequestException("body", "the declaration " + why);
    }

    /** The parser gives an alias as a text, the name of its anchor: that is never what was meant. */
    private static final class WithoutAliases extends JsonParserDelegate {

        WithoutAliases(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() {
            JsonToken token = super.nextToken();
            if (delegate instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                throw refused("has an alias (*): write it out" + place(currentLocation()));
            }
            return token;
        }
    }
}
