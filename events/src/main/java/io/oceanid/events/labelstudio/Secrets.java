package io.oceanid.events.labelstudio;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out what Label Studio sends along with a project and nobody may keep: its {@code token},
 * {@code task_data_login} and {@code task_data_password}.
 */
public final class Secrets {

    private static final Set<String> NAMES = Set.of("token", "task_data_login", "task_data_password");

    /** Names that nobody else would give. */
    private static final Set<String> UNMISTAKABLE = Set.of("task_data_login", "task_data_password");

    /** What is in names that Label Studio may come to use. No pattern: every name of every event is held against it. */
    private static final List<String> TELLING =
            List.of("password", "secret", "credential", "api_key", "apikey", "access_token");

    /** Where people choose the names: a key below that is called "token" is a column or a control tag of theirs. */
    private static final Set<String> CONTENT =
            Set.of("data", "result", "meta", "parsed_label_config", "control_weights", "data_types");

    private static final String NAME = "token|task_data_login|task_data_password";

    private static final Pattern IN_TEXT = Pattern.compile(
            "(\"(?:" + NAME + ")\"\\s*+:\\s*+)(?:(\")(?:[^\"\\\\]++|\\\\.)*+|(?!null\\b)[^\\s\",}\\]]++)",
            Pattern.DOTALL);

    /** JSON that was made a JSON string: each quote has a backslash, each backslash is two. */
    private static final Pattern IN_ESCAPED_TEXT = Pattern.compile(
            "(\\\\\"(?:" + NAME + ")\\\\\"\\s*+:\\s*+\\\\\")(?:[^\"\\\\]++|\\\\\\\\(?:\\\\.|[^\\\\]))*+",
            Pattern.DOTALL);

    private Secrets() {}

    /** Takes the secrets out of a webhook or an event's data, in place, whatever its shape. */
    public static void strip(JsonNode node) {
        strip("", node, false);
    }

    private static void strip(String name, JsonNode node, boolean inContent) {
        if (node instanceof ObjectNode object) {
            boolean content = inContent && !isProject(name, object);
            object.properties()
                    .removeIf(property ->
                            content ? UNMISTAKABLE.contains(property.getKey()) : isSecret(property.getKey()));
            object.properties().forEach(property -> {
                boolean below = content || CONTENT.contains(property.getKey());
                strip(property.getKey(), property.getValue(), below);
            });
        } else if (node.isArray()) {
            node.values().forEach(item -> strip(name, item, inContent));
        }
    }

    /** Blots out the secrets in bytes that cannot be parsed, cut off ones too; all other bytes stay as they are. */
    public static byte[] redact(byte[] unreadable) {
        // one char a byte, so that bytes that are not UTF-8 survive
        String text = new String(unreadable, StandardCharsets.ISO_8859_1);
        String redacted = IN_TEXT.matcher(text)
                .replaceAll(match -> match.group(1) + (match.group(2) == null ? "" : "\"") + "[redacted]");
        return IN_ESCAPED_TEXT.matcher(redacted).replaceAll("$1[redacted]").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isProject(String name, ObjectNode object) {
        return name.equals("project")
                || name.equals("projects")
                || object.has("label_config")
                || !Collections.disjoint(UNMISTAKABLE, object.propertyNames());
    }

    private static boolean isSecret(String name) {
        if (NAMES.contains(name)) {
            return true;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (String part : TELLING) {
            if (lower.contains(part)) {
                return true;
            }
        }
        return lower.endsWith("_token");
    }
}
