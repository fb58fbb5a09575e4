package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.Annotation;
import io.oceanid.events.labelstudio.LabelLink;
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
import io.oceanid.events.labelstudio.Project;
import io.oceanid.events.labelstudio.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a group of events changes, one entry a thing: of several states the newest, of several tombstones the latest.
 * Sorted by id, so that two groups lock rows in the same order.
 */
final class Changes {

    final ProjectStates projects = new ProjectStates();
    final NavigableMap<Long, Saved<Task>> tasks = new TreeMap<>();
    final NavigableMap<Long, Saved<AnnotationInContext>> annotations = new TreeMap<>();
    final NavigableMap<Long, Saved<LabelLink>> labelLinks = new TreeMap<>();
    final NavigableMap<Long, Tombstone> deletedProjects = new TreeMap<>();
    final NavigableMap<Long, Tombstone> deletedTasks = new TreeMap<>();
    final NavigableMap<Long, Tombstone> deletedAnnotations = new TreeMap<>();
    final NavigableMap<Long, Tombstone> deletedLabelLinks = new TreeMap<>();
    final List<Arrival.Event> unknown = new ArrayList<>();

    /** States of annotations that were told, all of them. */
    int annotationStates;

    /** An annotation with what its spans speak of, as both were when the event was sent. */
    record AnnotationInContext(
            Annotation annotation,
            @Nullable Task task,
            @Nullable Project project) {}

    /**
     * What events change.
     *
     * @param fresh those that were never stored before. Of the others only deletions count: Label Studio may give an id
     *     anew and then delete it again, which is told in the same words.
     */
    static Changes of(List<Arrival.Event> events, Set<Arrival.Event> fresh) {
        Changes changes = new Changes();
        for (Arrival.Event event : events) {
            if (fresh.contains(event) || isDeletion(event)) {
                changes.add(event);
            }
        }
        return changes;
    }

    /** Whether an event deletes what other rows hang on. */
    static boolean cascades(Arrival.Event event) {
        return event.content() instanceof TasksDeleted || event.content() instanceof ProjectDeleted;
    }

    private static boolean isDeletion(Arrival.Event event) {
        return cascades(event)
                || event.content() instanceof AnnotationsDeleted
                || event.content() instanceof LabelLinkDeleted;
    }

    private void add(Arrival.Event event) {
        switch (event.content()) {
            case AnnotationsSaved(var saved, var itsTasks, var project) -> {
                add(project, event);
                itsTasks.forEach(task -> add(task, event));
                saved.forEach(annotation -> add(annotation, itsTasks, project, event));
            }
            case TasksSaved(var saved, var project) -> {
                add(project, event);
                saved.forEach(task -> add(task, event));
            }
            case ProjectSaved(var project) -> add(project, event);
            case TrainingRequested(var project) -> add(project, event);
            case LabelLinkSaved(var link, var project) -> {
                add(project, event);
                labelLinks.merge(
                        link.id(),
                        new Saved<>(link, link.updatedAt() == null ? event.time() : link.updatedAt(), event.ref()),
                        Saved::newer);
            }
            case AnnotationsDeleted(var ids, var project) -> {
                add(project, event);
                delete(deletedAnnotations, ids, project, event);
            }
            case TasksDeleted(var ids, var project) -> {
                add(project, event);
                delete(deletedTasks, ids, project, event);
            }
            case ProjectDeleted(var id) -> delete(deletedProjects, List.of(id), null, event);
            case LabelLinkDeleted(var id) -> delete(deletedLabelLinks, List.of(id), null, event);
            case Unknown _ -> unknown.add(event);
        }
    }

    private void add(@Nullable Project project, Arrival.Event event) {
        if (project != null && project.updatedAt() != null) {
            projects.add(new Saved<>(project.withoutCounts(), project.updatedAt(), event.ref()));
        }
    }

    private void add(Task task, Arrival.Event event) {
        tasks.merge(task.id(), new Saved<>(task, task.updatedAt(), event.ref()), Saved::newer);
    }

    private void add(Annotation annotation, List<Task> itsTasks, @Nullable Project project, Arrival.Event event) {
        Task task = itsTasks.stream()
                .filter(candidate -> candidate.id() == annotation.task())
                .findFirst()
                .orElse(null);
        annotationStates++;
        annotations.merge(
                annotation.id(),
                new Saved<>(new AnnotationInContext(annotation, task, project), annotation.updatedAt(), event.ref()),
                Saved::newer);
    }

    private static void delete(
            NavigableMap<Long, Tombstone> deleted, List<Long> ids, @Nullable Project project, Arrival.Event event) {
        Long projectId = project == null ? null : Long.valueOf(project.id());
        Tombstone tombstone = new Tombstone(event.time(), projectId);
        ids.forEach(id -> deleted.merge(id, tombstone, Tombstone::later));
    }
}
