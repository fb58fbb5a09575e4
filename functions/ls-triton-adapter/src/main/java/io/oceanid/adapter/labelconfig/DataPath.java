package io.oceanid.adapter.labelconfig;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where in a task's data something stands, as in {@code $text}, {@code $a.b} and {@code $pages[0].text}.
 *
 * @param expression without its {@code $}
 */
public record DataPath(String expression) {

    /** Label Studio's, less the braces: a repeater would have to fill them in. */
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z0-9_.\\[\\]]+)");

    private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

    /** The path that an attribute's value stands for; empty for a literal, and for a text with variables in it. */
    static Optional<DataPath> of(String value) {
        Matcher variable = VARIABLE.matcher(value);
        return variable.matches() ? Optional.of(new DataPath(variable.group(1))) : Optional.empty();
    }

    /**
     * What stands there: under the key that is the whole expression, or else at the end of its steps.
     *
     * @param data a task's {@code data}
     * @return empty where there is nothing, or null
     */
    public Optional<JsonNode> in(JsonNode data) {
        JsonNode node = data.has(expression) ? data.path(expression) : follow(data);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    /** The field for a message to people, as in {@code data.text}. */
    public String field() {
        return "data." + expression;
    }

    private JsonNode follow(JsonNode data) {
        JsonNode node = data;
        Matcher step = STEP.matcher(expression);
        while (step.find()) {
            String key = step.group();
            node = node.isArray() && INDEX.matcher(key).matches() ? node.path(Integer.parseInt(key)) : node.path(key);
        }
        return node;
    }
}
