package io.oceanid.bootstrapper.project;

import java.util.LinkedHashMap;
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

    /** The same, and one more label in use. */
    ProjectState using(String control, String label, long times) {
        Map<String, Map<String, Long>> all = new LinkedHashMap<>(usedLabels);
        Map<String, Long> labels = new LinkedHashMap<>(all.getOrDefault(control, Map.of()));
        labels.merge(label, times, Math::max);
        all.put(control, labels);
        return new ProjectState(id, project, backends, webhooks, all);
    }

    boolean hasAnnotations() {
        return project.path("total_annotations_number").longValue(0) > 0;
    }

    String text(String field) {
        return project.path(field).stringValue("");
    }
}
