package io.oceanid.sink.intake;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Characters that JSON can carry and PostgreSQL cannot store: NUL, and half a surrogate pair. U+FFFD takes their place,
 * which is one code point as they are, so offsets stay true.
 */
public final class Unstorable {

    private static final char REPLACEMENT = '\uFFFD';

    private Unstorable() {}

    /** The same tree where nothing has to be replaced, else a copy. */
    public static JsonNode replaceIn(JsonNode node) {
        return switch (node) {
            case StringNode text -> {
                String replaced = replaceIn(text.stringValue());
                yield replaced.equals(text.stringValue()) ? text : StringNode.valueOf(replaced);
            }
            case ArrayNode array
            when isUnstorable(array) -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.values().forEach(item -> copy.add(replaceIn(item)));
                yield copy;
            }
            case ObjectNode object
            when isUnstorable(object) -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(entry -> copy.set(replaceIn(entry.getKey()), replaceIn(entry.getValue())));
                yield copy;
            }
            default -> node;
        };
    }

    static String replaceIn(String text) {
        int i = firstUnstorable(text, 0);
        if (i < 0) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text);
        for (; i >= 0; i = firstUnstorable(text, i + 1)) {
            mended.setCharAt(i, REPLACEMENT);
        }
        return mended.toString();
    }

    private static boolean isUnstorable(JsonNode node) {
        return switch (node) {
            case StringNode text -> firstUnstorable(text.stringValue(), 0) >= 0;
            case ArrayNode array -> isAnyUnstorable(array);
            case ObjectNode object -> isAnyUnstorable(object);
            default -> false;
        };
    }

    // loops, since every node of every event comes by here
    private static boolean isAnyUnstorable(ArrayNode array) {
        for (JsonNode item : array.values()) {
            if (isUnstorable(item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnyUnstorable(ObjectNode object) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (isUnstorable(entry)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnstorable(Map.Entry<String, JsonNode> entry) {
        return firstUnstorable(entry.getKey(), 0) >= 0 || isUnstorable(entry.getValue());
    }

    private static int firstUnstorable(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
