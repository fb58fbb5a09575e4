package io.oceanid.events.labelstudio;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A project as an event carries it, without its secrets.
 *
 * @param updatedAt absent where Label Studio sent no more than the id
 * @param labelConfig the labelling interface, XML
 * @param parsedLabelConfig control tag name → its type, labels and the object tags it speaks of
 * @param raw the whole project as sent less its secrets; not to be changed
 */
public record Project(
        long id,
        @Nullable String title,
        @Nullable String labelConfig,
        @Nullable JsonNode parsedLabelConfig,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        ObjectNode raw) {

    /** Each changes with every task or annotation, and no time of the project tells of it. */
    private static final List<String> COUNTS = List.of(
            "task_number",
            "finished_task_number",
            "num_tasks_with_annotations",
            "total_annotations_number",
            "useful_annotation_number",
            "skipped_annotations_number",
            "ground_truth_number",
            "total_predictions_number",
            "result_count");

    /** The same less what Label Studio counts in a project: two of one {@code updatedAt} are equal then. */
    public Project withoutCounts() {
        ObjectNode state = raw.objectNode();
        state.setAll(raw);
        state.remove(COUNTS);
        return new Project(id, title, labelConfig, parsedLabelConfig, createdAt, updatedAt, state);
    }

    static Project read(Fields fields) {
        return new Project(
                fields.id("id"),
                fields.stringIfPresent("title"),
                fields.stringIfPresent("label_config"),
                fields.object().get("parsed_label_config"),
                fields.instantIfPresent("created_at"),
                fields.instantIfPresent("updated_at"),
                fields.object());
    }

    static @Nullable Project readIfPresent(@Nullable Fields fields) {
        return fields == null ? null : read(fields);
    }
}
