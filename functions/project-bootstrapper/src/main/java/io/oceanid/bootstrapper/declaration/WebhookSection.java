package io.oceanid.bootstrapper.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what is declared of a webhook. */
final class WebhookSection {

    private static final int MOST_HEADERS = 10;

    /** Those that Label Studio takes for a webhook of a project. */
    private static final Set<String> ACTIONS = Set.of(
            "ANNOTATION_CREATED",
            "ANNOTATIONS_CREATED",
            "ANNOTATION_UPDATED",
            "ANNOTATIONS_DELETED",
            "TASKS_CREATED",
            "TASKS_DELETED",
            "PROJECT_UPDATED",
            "LABEL_LINK_CREATED",
            "LABEL_LINK_UPDATED",
            "LABEL_LINK_DELETED");

    private final Defaults defaults;
    private final Placeholders placeholders;

    WebhookSection(Defaults defaults) {
        this.defaults = defaults;
        this.placeholders = new Placeholders(defaults.secrets());
    }

    WebhookDeclaration read(Section section) {
        WebhookDeclaration webhook = new WebhookDeclaration(
                HttpUrl.read(section, defaults.webhookUrl(), "SINK_WEBHOOK_URL"),
                new TreeSet<>(actions(section)),
                headers(section.section("headers")),
                section.flag("payload", true));
        section.end();
        return webhook;
    }

    private static List<String> actions(Section section) {
        List<String> actions = section.texts("actions");
        for (String action : actions) {
            if (!ACTIONS.contains(action)) {
                throw section.refused(
                        "actions",
                        "has " + action + ", which no webhook of a project can have; there are "
                                + String.join(", ", new TreeSet<>(ACTIONS)));
            }
        }
        return actions;
    }

    private Map<String, String> headers(@Nullable Section section) {
        if (section == null) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : section.entries().entrySet()) {
            String name = header.getKey();
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
                throw section.refused(name, "is no name of a header");
            }
            headers.put(name, placeholders.filled(section, name, section.required(name)));
        }
        if (headers.size() > MOST_HEADERS) {
            throw section.refused(
                    headers.keySet().iterator().next(), "is one of more than ten headers, which Label Studio refuses");
        }
        return headers;
    }
}
