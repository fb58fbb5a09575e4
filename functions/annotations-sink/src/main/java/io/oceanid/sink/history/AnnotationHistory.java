package io.oceanid.sink.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an annotation came to be as it is.
 *
 * @param updatedAt of the state that stands; null where no more is known of it than its deletion
 * @param prediction the prediction it was made from; null if none
 * @param events what touched it, the one that came last first
 * @param more whether there are older events than those
 */
record AnnotationHistory(
        long annotation,
        @Nullable Long task,
        @Nullable Long project,
        @Nullable Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable SourcePrediction prediction,
        List<TouchingEvent> events,
        boolean more) {

    AnnotationHistory {
        events = List.copyOf(events);
    }

    /** With its events. */
    AnnotationHistory with(List<TouchingEvent> touching, boolean andMore) {
        return new AnnotationHistory(annotation, task, project, updatedAt, deletedAt, prediction, touching, andMore);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("annotation", annotation);
        json.put("task", task);
        json.put("project", project);
        json.put("updatedAt", text(updatedAt));
        json.put("deletedAt", text(deletedAt));
        json.set("prediction", prediction == null ? JsonNodeFactory.instance.nullNode() : prediction.toJson());
        ArrayNode touching = json.putArray("events");
        events.forEach(event -> touching.add(event.toJson()));
        json.put("more", more);
        return json;
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
