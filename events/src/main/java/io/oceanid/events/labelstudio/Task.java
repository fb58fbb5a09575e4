package io.oceanid.events.labelstudio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One state of a task, as Label Studio serialises it.
 *
 * @param updatedAt orders the states of one task; Label Studio moves it with every annotation of the task
 * @param data what is to be labelled: an object whose keys the label config names
 * @param raw the whole task as sent; not to be changed
 */
public record Task(
        long id,
        long project,
        @Nullable Instant createdAt,
        Instant updatedAt,
        @Nullable Long innerId,
        boolean isLabeled,
        ObjectNode data,
        @Nullable JsonNode meta,
        ObjectNode raw) {

    static Task read(Fields fields, @Nullable Project project) {
        Long projectId = fields.referenceIfPresent("project");
        if (projectId == null && project != null) {
            projectId = project.id();
        }
        if (projectId == null) {
            throw fields.invalid("project", "is missing");
        }
        return new Task(
                fields.id("id"),
                projectId,
                fields.instantIfPresent("created_at"),
                fields.instant("updated_at"),
                fields.wholeNumberIfPresent("inner_id"),
                fields.flag("is_labeled"),
                fields.child("data").object(),
                fields.object().get("meta"),
                fields.object());
    }
}
