package io.oceanid.bootstrapper.project;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A project as Label Studio has it.
 *
 * @param project its fields
 * @param usedLabels control tag's name → label → regions that have it, in annotations or drafts
 */
record ProjectState(
        long id,
        JsonNode project,
        List<JsonNode> backends,
        List<JsonNode> webhooks,
        Map<String, Map<String, Long>> usedLabels) {

    String text(String field) {
        return project.path(field).stringValue("");
    }
}
