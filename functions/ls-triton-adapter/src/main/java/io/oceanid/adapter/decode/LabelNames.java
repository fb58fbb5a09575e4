package io.oceanid.adapter.decode;

import io.oceanid.events.json.EventJson;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the setting {@code NER_LABELS}. */
public final class LabelNames {

    private LabelNames() {}

    /**
     * The names, in the order of the model's outputs.
     *
     * @param setting names with commas between them, a JSON array of names, or the {@code id2label} object of a
     *     {@code config.json} of Hugging Face's
     * @throws UnusableLabelsException if it is none of these, or a name is empty or missing
     */
    public static List<String> parse(String setting) {
        String value = setting.strip();
        List<String> names = value.startsWith("[") || value.startsWith("{")
                ? json(value)
                : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        int empty = names.indexOf("");
        if (names.isEmpty() || empty >= 0) {
            throw new UnusableLabelsException("NER_LABELS has no name at position " + Math.max(0, empty));
        }
        return names;
    }

    private static List<String> json(String value) {
        JsonNode node;
        try {
            node = EventJson.read(value);
        } catch (JacksonException e) {
            throw new UnusableLabelsException("NER_LABELS looks like JSON, but is none: " + e.getOriginalMessage());
        }
        return node.isArray() ? node.values().stream().map(LabelNames::name).toList() : byId(node);
    }

    private static List<String> byId(JsonNode node) {
        TreeMap<Integer, String> names = new TreeMap<>();
        node.properties().forEach(entry -> names.put(id(entry.getKey()), name(entry.getValue())));
        if (!names.isEmpty() && (names.firstKey() != 0 || names.lastKey() != names.size() - 1)) {
            throw new UnusableLabelsException(
                    "NER_LABELS has ids from %d to %d, but %d names: they have to count from 0 without gaps"
                            .formatted(names.firstKey(), names.lastKey(), names.size()));
        }
        return List.copyOf(names.values());
    }

    private static int id(String key) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw new UnusableLabelsException("NER_LABELS has an id that is no number: " + key);
        }
    }

    private static String name(JsonNode node) {
        if (!node.isString()) {
            throw new UnusableLabelsException("NER_LABELS has a name that is no string: " + EventJson.text(node));
        }
        return node.stringValue().strip();
    }
}
