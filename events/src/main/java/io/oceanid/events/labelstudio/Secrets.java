package io.oceanid.events.labelstudio;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out what Label Studio sends along with a project and nobody may keep: its {@code token},
 * {@code task_data_login} and {@code task_data_password}.
 */
public final class Secrets {

    private static final Set<String> NAMES = Set.of("token", "task_data_login", "task_data_password");

    /** Names that Label Studio may come to use. */
    private static final Pattern TELLING = Pattern.compile("password|secret|credential|api_?key|_token$|access_token");

    /** What the annotators work on: a key in it that is called "token" is a column of theirs. */
    private static final Set<String> CONTENT = Set.of("data", "result", "meta");

    private static final Pattern IN_TEXT = Pattern.compile(
            "(\"(?:token|task_data_login|task_data_password)\"\\s*+:\\s*+\")(?:[^\"\\\\]++|\\\\.)*+", Pattern.DOTALL);

    private Secrets() {}

    /** Strips a project in place. */
    static void stripProject(ObjectNode project) {
        project.propertyNames().stream().filter(Secrets::isSecret).toList().forEach(project::remove);
    }

    /** Strips every project in a webhook whose shape is not known, in place. */
    static void stripProjects(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> {
                    String name = entry.getKey();
                    if (CONTENT.contains(name)) {
                        return;
                    }
                    if (name.equals("project") && entry.getValue() instanceof ObjectNode project) {
                        stripProject(project);
                    }
                    if (name.equals("projects") && entry.getValue() instanceof ArrayNode projects) {
                        projects.values().stream()
                                .filter(ObjectNode.class::isInstance)
                                .forEach(project -> stripProject((ObjectNode) project));
                    }
                    stripProjects(entry.getValue());
                });
            case ArrayNode array -> array.values().forEach(Secrets::stripProjects);
            default -> {}
        }
    }

    /** Blots out the secrets in bytes that cannot be parsed, cut off ones too; all other bytes stay as they are. */
    public static byte[] redact(byte[] unreadable) {
        // one char a byte, so that bytes that are not UTF-8 survive
        String text = new String(unreadable, StandardCharsets.ISO_8859_1);
        return IN_TEXT.matcher(text).replaceAll("$1[redacted]").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isSecret(String name) {
        return NAMES.contains(name)
                || TELLING.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
