package io.oceanid.adapter.token;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the padding token in a {@code tokenizer.json}. */
final class PaddingToken {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Set<String> NAMES = Set.of("[PAD]", "<pad>");

    private PaddingToken() {}

    /**
     * The id that the file pads with or, where it does not pad, that of a token which it adds to the vocabulary under a
     * usual name; 0 if there is none.
     *
     * @throws JacksonException if the bytes are no JSON object
     */
    static int idIn(byte[] json) {
        int id = 0;
        // not as a tree: a vocabulary can be of several hundred thousand words, and none of them is wanted
        try (JsonParser parser = MAPPER.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new NoTokenizerException(first == null ? "it is empty" : "it is no JSON object");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                switch (name) {
                    case "padding" -> id = idOf(parser.readValueAsTree(), "pad_id", id);
                    case "added_tokens" -> id = named(parser.readValueAsTree(), id);
                    default -> parser.skipChildren();
                }
            }
        }
        return id;
    }

    private static int named(JsonNode tokens, int known) {
        for (JsonNode token : tokens.values()) {
            if (known == 0 && NAMES.contains(token.path("content").asString(""))) {
                return idOf(token, "id", known);
            }
        }
        return known;
    }

    private static int idOf(JsonNode token, String key, int otherwise) {
        return token.path(key).asInt(otherwise);
    }

    private static final class NoTokenizerException extends JacksonException {
        NoTokenizerException(String message) {
            super(message);
        }
    }
}
