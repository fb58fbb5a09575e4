package io.oceanid.events.labelstudio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The use of an organisation's label in a project.
 *
 * @param label the label's id
 * @param updatedAt the label's own; orders the states of the link
 * @param raw the link as sent, and below {@code label_object} the label; not to be changed
 */
public record LabelLink(
        long id,
        @Nullable Long project,
        @Nullable Long label,
        @Nullable String fromName,
        @Nullable String title,
        @Nullable Instant updatedAt,
        ObjectNode raw) {

    static LabelLink read(Fields link, @Nullable Fields label, @Nullable Project project) {
        Long projectId = link.referenceIfPresent("project");
        ObjectNode raw = link.object().deepCopy();
        if (label != null) {
            raw.set("label_object", label.object());
        }
        return new LabelLink(
                link.id("id"),
                projectId == null && project != null ? Long.valueOf(project.id()) : projectId,
                link.referenceIfPresent("label"),
                link.stringIfPresent("from_name"),
                label == null ? null : label.stringIfPresent("title"),
                label == null ? null : label.instantIfPresent("updated_at"),
                raw);
    }
}
