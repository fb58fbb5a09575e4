package io.oceanid.events.labelstudio;

import io.cloudevents.CloudEvent;
import io.oceanid.events.catalogue.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The data of an event of the catalogue. Singular and plural event types of one meaning read as the same record. */
public sealed interface LabelStudioEvent {

    /** States of annotations, with the tasks they belong to as those were then. */
    record AnnotationsSaved(
            List<Annotation> annotations,
            List<Task> tasks,
            @Nullable Project project) implements LabelStudioEvent {}

    /** Annotations that are no more. Label Studio does not say of which tasks. */
    record AnnotationsDeleted(List<Long> ids, @Nullable Project project) implements LabelStudioEvent {}

    /** States of tasks. */
    record TasksSaved(List<Task> tasks, @Nullable Project project) implements LabelStudioEvent {}

    /** Tasks that are no more, and with them their annotations. */
    record TasksDeleted(List<Long> ids, @Nullable Project project) implements LabelStudioEvent {}

    /** A state of a project. */
    record ProjectSaved(Project project) implements LabelStudioEvent {}

    /** A project that is no more, and with it its tasks and annotations. */
    record ProjectDeleted(long id) implements LabelStudioEvent {}

    /** A state of a label link. */
    record LabelLinkSaved(LabelLink link, @Nullable Project project) implements LabelStudioEvent {}

    /** A label link that is no more. */
    record LabelLinkDeleted(long id) implements LabelStudioEvent {}

    /** Somebody asked Label Studio to train the project's model. */
    record TrainingRequested(Project project) implements LabelStudioEvent {}

    /**
     * A webhook that no other event could tell.
     *
     * @param body the webhook as it came, less secrets
     */
    record Unknown(@Nullable String action, String reason, JsonNode body) implements LabelStudioEvent {}

    /**
     * The data of an event as JSON.
     *
     * @throws InvalidEventException if the catalogue lacks its type, or it has no data, or they are not JSON
     */
    static JsonNode dataOf(CloudEvent event) {
        typeOf(event.getType());
        return JsonData.of(event);
    }

    /**
     * Reads the data of an event.
     *
     * @param type the CloudEvents attribute {@code type}
     * @throws InvalidEventException if the catalogue lacks the type, or the data do not fit its schema
     */
    static LabelStudioEvent read(String type, JsonNode data) {
        return EventData.read(typeOf(type), data);
    }

    private static EventType typeOf(String type) {
        return EventType.of(type).orElseThrow(() -> {
            String shown = type.length() > 80 ? type.substring(0, 80) + "…" : type;
            return new InvalidEventException("type", "is none of the catalogue: " + shown);
        });
    }
}
