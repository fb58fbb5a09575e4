package io.oceanid.rows.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON is read here: numbers as they stand, nothing too deep or too long. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxStringLength(4 << 20)
                            .maxNumberLength(1000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String TOO_MUCH = "JSON that is too deep or too long";

    private Json() {}

    /**
     * What is wrong, without the values.
     *
     * @param e Jackson's own, or what it lets through for an exponent that no BigDecimal holds
     */
    static String reason(RuntimeException e) {
        return switch (e) {
            case NumberFormatException _ -> "JSON with a number that is too large or too small";
            case StreamConstraintsException _ -> TOO_MUCH;
            case JacksonException json when json.getLocation() != null -> "not JSON: " + place(json.getLocation());
            default -> TOO_MUCH;
        };
    }

    private static String place(TokenStreamLocation where) {
        return "line " + where.getLineNr() + ", column " + Math.max(1, where.getColumnNr());
    }
}
