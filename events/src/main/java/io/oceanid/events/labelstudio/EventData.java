package io.oceanid.events.labelstudio;

import io.oceanid.events.catalogue.EventType;
import io.oceanid.events.labelstudio.LabelStudioEvent.AnnotationsDeleted;
import io.oceanid.events.labelstudio.LabelStudioEvent.AnnotationsSaved;
import io.oceanid.events.labelstudio.LabelStudioEvent.LabelLinkDeleted;
import io.oceanid.events.labelstudio.LabelStudioEvent.LabelLinkSaved;
import io.oceanid.events.labelstudio.LabelStudioEvent.ProjectDeleted;
import io.oceanid.events.labelstudio.LabelStudioEvent.ProjectSaved;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksDeleted;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksSaved;
import io.oceanid.events.labelstudio.LabelStudioEvent.TrainingRequested;
import io.oceanid.events.labelstudio.LabelStudioEvent.Unknown;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From the JSON of an event's data to its record: the Java side of the catalogue's schemas. */
final class EventData {

    private EventData() {}

    static LabelStudioEvent read(EventType type, JsonNode node) {
        Fields data = Fields.of("data", node).withPath("");
        @Nullable
        Project project = type == EventType.UNKNOWN ? null : Project.readIfPresent(data.childIfPresent("project"));
        return switch (type) {
            case ANNOTATION_CREATED, ANNOTATION_UPDATED -> {
                Annotation annotation = Annotation.read(data.child("annotation"), project);
                Fields task = data.childIfPresent("task");
                yield new AnnotationsSaved(
                        List.of(annotation), task == null ? List.of() : List.of(Task.read(task, project)), project);
            }
            case ANNOTATIONS_CREATED ->
                new AnnotationsSaved(
                        data.children("annotations").stream()
                                .map(annotation -> Annotation.read(annotation, project))
                                .toList(),
                        tasks(data.childrenIfPresent("tasks"), project),
                        project);
            case ANNOTATIONS_DELETED -> new AnnotationsDeleted(ids(data.children("annotations")), project);
            case TASKS_CREATED -> new TasksSaved(tasks(data.children("tasks"), project), project);
            case TASKS_DELETED -> new TasksDeleted(ids(data.children("tasks")), project);
            case PROJECT_CREATED, PROJECT_UPDATED -> new ProjectSaved(Project.read(data.child("project")));
            case PROJECT_DELETED -> new ProjectDeleted(data.child("project").id("id"));
            case LABEL_LINK_CREATED, LABEL_LINK_UPDATED ->
                new LabelLinkSaved(
                        LabelLink.read(data.child("label_link"), data.childIfPresent("label"), project), project);
            case LABEL_LINK_DELETED ->
                new LabelLinkDeleted(data.child("label_link").id("id"));
            case TRAINING_REQUESTED -> new TrainingRequested(Project.read(data.child("project")));
            case UNKNOWN -> {
                String reason = data.stringIfPresent("reason");
                JsonNode body = data.object().get("body");
                if (reason == null || body == null) {
                    throw data.invalid(reason == null ? "reason" : "body", "is missing");
                }
                yield new Unknown(data.stringIfPresent("action"), reason, body);
            }
        };
    }

    private static List<Task> tasks(List<Fields> tasks, @Nullable Project project) {
        return tasks.stream().map(task -> Task.read(task, project)).toList();
    }

    private static List<Long> ids(List<Fields> entities) {
        return entities.stream().map(entity -> entity.id("id")).toList();
    }
}
