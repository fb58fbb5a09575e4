package io.oceanid.sink.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The texts that the spans of a task speak of.
 *
 * <p>With a label config, a span's {@code to_name} leads to a Text tag and that to the task's data; the text is not known
 * if it is behind a URL, is no string, or hangs on an expression other than a key or a dotted path. Without one, a span may
 * speak of any string in the data.
 *
 * <p>Not for use by several threads at once.
 */
public final class TaskText {

    private final Map<String, ObjectTag> tags;
    private final ObjectTag anyOther;

    private TaskText(Map<String, ObjectTag> tags, ObjectTag anyOther) {
        this.tags = tags;
        this.anyOther = anyOther;
    }

    /** Nothing is known of the task: spans are not checked. */
    public static TaskText unknown() {
        return new TaskText(Map.of(), ObjectTag.UNKNOWN);
    }

    /**
     * Reads the texts of a task.
     *
     * @param data the task's {@code data}
     * @param parsedLabelConfig the project's {@code parsed_label_config}
     */
    public static TaskText of(@Nullable JsonNode data, @Nullable JsonNode parsedLabelConfig) {
        JsonNode known = data == null ? MissingNode.getInstance() : data;
        if (parsedLabelConfig == null || !parsedLabelConfig.isObject() || parsedLabelConfig.isEmpty()) {
            return new TaskText(Map.of(), new ObjectTag(null, strings(known)));
        }
        var tags = new LinkedHashMap<String, ObjectTag>();
        for (JsonNode control : parsedLabelConfig.values()) {
            addTags(control, known, tags);
        }
        return new TaskText(tags, ObjectTag.UNKNOWN);
    }

    /** The texts that are known for sure, in the order of the label config. */
    public List<KnownText> known() {
        if (tags.isEmpty()) {
            return known(null, anyOther).stream().toList();
        }
        return tags.entrySet().stream()
                .flatMap(entry -> known(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    ObjectTag tag(@Nullable String toName) {
        return toName == null ? anyOther : tags.getOrDefault(toName, anyOther);
    }

    private static Optional<KnownText> known(@Nullable String object, ObjectTag tag) {
        return tag.texts().size() == 1
                ? Optional.of(new KnownText(object, tag.texts().getFirst().text()))
                : Optional.empty();
    }

    private static void addTags(JsonNode control, JsonNode data, Map<String, ObjectTag> tags) {
        List<String> names = Lenient.strings(control.path("to_name"));
        JsonNode inputs = control.path("inputs");
        if (names == null || names.size() != inputs.size()) {
            return; // an object without data has no input, so there is no telling which is whose
        }
        for (int i = 0; i < names.size(); i++) {
            JsonNode input = inputs.path(i);
            tags.computeIfAbsent(names.get(i), name -> tag(input, data));
        }
    }

    private static ObjectTag tag(JsonNode input, JsonNode data) {
        var tag = new ObjectTag(Lenient.string(input.path("type")), List.of());
        String path = Lenient.string(input.path("value"));
        if (!tag.isText() || path == null || "url".equals(Lenient.string(input.path("valueType")))) {
            return tag;
        }
        String text = Lenient.string(data.has(path) ? data.path(path) : follow(path, data));
        return text == null ? tag : new ObjectTag(tag.type(), List.of(new ShownText(text)));
    }

    private static JsonNode follow(String path, JsonNode data) {
        JsonNode node = data;
        for (String key : path.split("\\.", -1)) {
            node = node.path(key);
        }
        return node;
    }

    private static List<ShownText> strings(JsonNode data) {
        if (!data.isObject()) {
            return List.of();
        }
        return data.values().stream()
                .filter(JsonNode::isString)
                .map(text -> new ShownText(text.stringValue()))
                .toList();
    }
}
