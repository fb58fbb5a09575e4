package io.oceanid.events.labelstudio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One state of an annotation, as Label Studio serialises it.
 *
 * @param task the task's id
 * @param project the project's id
 * @param leadTime seconds the annotator took
 * @param updatedAt orders the states of one annotation: the newest is the one that holds
 * @param result the regions and relations as sent: an array, or null where Label Studio has none
 * @param raw the whole annotation as sent; not to be changed
 */
public record Annotation(
        long id,
        long task,
        long project,
        @Nullable String uniqueId,
        @Nullable Long completedBy,
        @Nullable Long updatedBy,
        boolean wasCancelled,
        boolean groundTruth,
        @Nullable Double leadTime,
        @Nullable Instant createdAt,
        Instant updatedAt,
        @Nullable Long parentPrediction,
        @Nullable Long parentAnnotation,
        JsonNode result,
        ObjectNode raw) {

    static Annotation read(Fields fields, @Nullable Project project) {
        Long projectId = fields.referenceIfPresent("project");
        if (projectId == null && project != null) {
            projectId = project.id();
        }
        if (projectId == null) {
            throw fields.invalid("project", "is missing");
        }
        return new Annotation(
                fields.id("id"),
                fields.reference("task"),
                projectId,
                fields.stringIfPresent("unique_id"),
                fields.referenceIfPresent("completed_by"),
                fields.referenceIfPresent("updated_by"),
                fields.flag("was_cancelled"),
                fields.flag("ground_truth"),
                fields.decimalIfPresent("lead_time"),
                fields.instantIfPresent("created_at"),
                fields.instant("updated_at"),
                fields.referenceIfPresent("parent_prediction"),
                fields.referenceIfPresent("parent_annotation"),
                fields.arrayOrNull("result"),
                fields.object());
    }
}
