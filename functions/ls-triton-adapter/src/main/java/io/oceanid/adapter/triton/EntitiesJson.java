package io.oceanid.adapter.triton;

import io.oceanid.adapter.model.Entity;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.text.CodePoints;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the entities that a model gives as JSON: a list of objects, or an object that has one as {@code entities}. An
 * entity says {@code start} and {@code end} in code points, as Python counts; its label as {@code label},
 * {@code entity_group}, {@code entity} or {@code type}; and, if it likes, {@code score} and {@code text} (or
 * {@code word}).
 */
final class EntitiesJson {

    private static final List<String> LABEL_FIELDS = List.of("label", "entity_group", "entity", "type");

    private EntitiesJson() {}

    /**
     * Reads them, in the order of their start.
     *
     * @param score of entities that say none
     * @throws UnusableEntitiesException if it is no such JSON, or an entity does not fit the text: then the model counts
     *     in something else, and what it says of the others is not to be trusted either
     */
    static List<Entity> read(byte[] json, String text, double score) {
        JsonNode node = parse(json);
        JsonNode list = node.isObject() ? node.path("entities") : node;
        if (!list.isArray()) {
            throw new UnusableEntitiesException("the model's answer has no list of entities");
        }
        CodePoints points = new CodePoints(text);
        List<Entity> entities = new ArrayList<>();
        for (JsonNode item : list.values()) {
            entities.add(entity(item, points, score));
        }
        entities.sort(Comparator.comparingInt(Entity::start).thenComparingInt(Entity::end));
        return entities;
    }

    private static Entity entity(JsonNode item, CodePoints text, double defaultScore) {
        int start = item.path("start").asInt(-1);
        int end = item.path("end").asInt(-1);
        if (start < 0 || end <= start || end > text.length()) {
            throw new UnusableEntitiesException("the model found something from %d to %d, in a text of %d code points"
                    .formatted(start, end, text.length()));
        }
        JsonNode quoted = item.path("text");
        if (quoted.isString() && !quoted.stringValue().equals(text.substring(start, end))) {
            throw new UnusableEntitiesException(
                    "from %d to %d stands something else than the model says: it does not count in code points"
                            .formatted(start, end));
        }
        double score = item.path("score").isNumber()
                ? Double.parseDouble(item.path("score").asString())
                : defaultScore;
        if (!(score >= 0 && score <= 1)) {
            throw new UnusableEntitiesException("the model gives a score that is not from 0 to 1");
        }
        return new Entity(start, end, label(item), score);
    }

    private static String label(JsonNode item) {
        return LABEL_FIELDS.stream()
                .map(item::path)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .map(label -> withoutTag(label, item))
                .orElseThrow(() -> new UnusableEntitiesException("the model found something and does not say what"));
    }

    /** Hugging Face's {@code entity} is the tag of a token, as in B-PORT. */
    private static String withoutTag(String label, JsonNode item) {
        return item.has("entity") && label.matches("[BIESLU]-.+") ? label.substring(2) : label;
    }

    private static JsonNode parse(byte[] json) {
        try {
            return EventJson.read(new String(json, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new UnusableEntitiesException("the model's answer is not JSON: " + e.getOriginalMessage());
        }
    }
}
