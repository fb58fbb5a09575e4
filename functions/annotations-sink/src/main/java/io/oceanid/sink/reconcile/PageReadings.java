package io.oceanid.sink.reconcile;

import io.cloudevents.CloudEvent;
import io.oceanid.events.labelstudio.Annotation;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.events.labelstudio.LabelStudioEvent.AnnotationsSaved;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksSaved;
import io.oceanid.events.labelstudio.Task;
import io.oceanid.sink.intake.ArrivalReader;
import io.oceanid.sink.store.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page says, as the sink reads events.
 *
 * @param unreadable what fits no event of the catalogue
 */
record PageReadings(
        List<Reading<Task>> tasks, List<Reading<Annotation>> annotations, List<CloudEvent> unreadable, Instant readAt) {

    /** @param node the state as it stands in a webhook */
    record Reading<T>(T state, ObjectNode node, ListedTask listed, CloudEvent event) {}

    static PageReadings of(TaskPage page, StateEvents events, Instant readAt) {
        PageReadings readings = new PageReadings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), readAt);
        ObjectNode project = StateEvents.reference(page.range().project());
        for (ListedTask listed : page.tasks()) {
            readings.add(listed, listed.task(), events.task(listed.task(), project, readAt));
            listed.annotations().forEach(node -> readings.add(listed, node, events.annotation(node, project, readAt)));
        }
        return readings;
    }

    List<Task> taskStates() {
        return tasks.stream().map(Reading::state).toList();
    }

    List<Annotation> annotationStates() {
        return annotations.stream().map(Reading::state).toList();
    }

    private void add(ListedTask listed, ObjectNode node, CloudEvent event) {
        LabelStudioEvent content =
                ArrivalReader.read(event, Origin.RECONCILE, readAt).content();
        if (content instanceof TasksSaved saved) {
            tasks.add(new Reading<>(saved.tasks().getFirst(), node, listed, event));
        } else if (content instanceof AnnotationsSaved saved) {
            annotations.add(new Reading<>(saved.annotations().getFirst(), node, listed, event));
        } else {
            unreadable.add(event);
        }
    }
}
