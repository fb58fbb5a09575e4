package io.oceanid.bootstrapper.declaration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A labelling project as it is to be.
 *
 * @param name what it is known by to the bootstrapper, whatever its title: lower-case letters, digits and hyphens
 * @param title 3 to 50 characters, not unique in Label Studio
 * @param labelConfig XML
 * @param instruction HTML for those who annotate; null to leave it as it is
 * @param settings Label Studio's own names → their values; what is not named is left as it is
 * @param tasks rows to import, each the data of a task
 */
public record ProjectDeclaration(
        String name,
        String title,
        String description,
        LabelConfig labelConfig,
        @Nullable String instruction,
        Map<String, JsonNode> settings,
        List<BackendDeclaration> backends,
        List<WebhookDeclaration> webhooks,
        List<ObjectNode> tasks) {

    public ProjectDeclaration {
        backends = List.copyOf(backends);
        webhooks = List.copyOf(webhooks);
        tasks = List.copyOf(tasks);
    }
}
