package io.oceanid.recipes;

import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as DuckDB writes it: with NaN and infinities, for which JSON has null. */
final class ResultJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private ResultJson() {}

    /** @throws tools.jackson.core.JacksonException if it is too deep or too long */
    static JsonNode parse(String text) {
        JsonNode value = JSON.readTree(text);
        return text.contains("NaN") || text.contains("Infinity") ? finite(value) : value;
    }

    private static JsonNode finite(JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case ArrayNode list -> {
                ArrayNode copy = nodes.arrayNode();
                list.forEach(item -> copy.add(finite(item)));
                yield copy;
            }
            case ObjectNode object -> {
                ObjectNode copy = nodes.objectNode();
                object.forEachEntry((name, item) -> copy.set(name, finite(item)));
                yield copy;
            }
            case NumericNode number when number.isNaN() -> nodes.nullNode();
            default -> value;
        };
    }
}
