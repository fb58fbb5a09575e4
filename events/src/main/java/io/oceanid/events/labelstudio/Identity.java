package io.oceanid.events.labelstudio;

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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about, when it happened, and the digest of what matters in it. What changes of itself (counters,
 * "2 minutes ago") does not matter: two tellings of one state are one event.
 *
 * @param time when Label Studio says it was so; null where it does not say
 * @param project the project's id, where it is known
 */
record Identity(
        String subject, @Nullable Instant time, @Nullable Long project, StateDigest digest) {

    static Identity of(LabelStudioEvent event) {
        StateDigest digest = new StateDigest();
        return switch (event) {
            case AnnotationsSaved(var annotations, var _, var project) -> {
                annotations.forEach(annotation -> add(digest, annotation));
                List<Long> ids = annotations.stream().map(Annotation::id).toList();
                Long projectId = annotations.isEmpty()
                        ? idOf(project)
                        : Long.valueOf(annotations.getFirst().project());
                yield new Identity(
                        subject("annotations", ids, projectId),
                        latest(annotations.stream().map(Annotation::updatedAt)),
                        projectId,
                        digest);
            }
            case TasksSaved(var tasks, var project) -> {
                tasks.forEach(task -> add(digest, task));
                List<Long> ids = tasks.stream().map(Task::id).toList();
                Long projectId = tasks.isEmpty()
                        ? idOf(project)
                        : Long.valueOf(tasks.getFirst().project());
                yield new Identity(
                        subject("tasks", ids, projectId),
                        latest(tasks.stream().map(Task::updatedAt)),
                        projectId,
                        digest);
            }
            case AnnotationsDeleted(var ids, var project) -> deleted("annotations", ids, idOf(project), digest);
            case TasksDeleted(var ids, var project) -> deleted("tasks", ids, idOf(project), digest);
            case ProjectSaved(var project) -> saved(project, digest);
            case ProjectDeleted(var id) -> deleted("projects", List.of(id), id, digest);
            case LabelLinkSaved(var link, var _) ->
                new Identity(
                        "label_links/" + link.id(),
                        link.updatedAt(),
                        link.project(),
                        digest.add(link.updatedAt()).add(link.raw()));
            case LabelLinkDeleted(var id) -> deleted("label_links", List.of(id), null, digest);
            // asked for when the webhook says so: the project's state is older
            case TrainingRequested(var project) -> saved(project, digest).untimed();
            case Unknown(var _, var _, var body) -> new Identity("webhooks", null, null, digest.add(body));
        };
    }

    private Identity untimed() {
        return new Identity(subject, null, project, digest);
    }

    private static Identity saved(Project project, StateDigest digest) {
        return new Identity(
                "projects/" + project.id(),
                project.updatedAt(),
                project.id(),
                digest.add(project.updatedAt()).add(project.raw()));
    }

    private static Identity deleted(String kind, List<Long> ids, @Nullable Long project, StateDigest digest) {
        ids.stream().sorted().distinct().forEach(digest::add);
        return new Identity(subject(kind, ids, project), null, project, digest);
    }

    private static String subject(String kind, List<Long> ids, @Nullable Long project) {
        if (ids.size() == 1) {
            return kind + "/" + ids.getFirst();
        }
        return project == null ? kind : "projects/" + project;
    }

    private static void add(StateDigest digest, Annotation annotation) {
        digest.add(annotation.id())
                .add(annotation.updatedAt())
                .add(annotation.task())
                .add(annotation.project())
                .add(annotation.completedBy())
                .add(annotation.wasCancelled())
                .add(annotation.groundTruth())
                .add(annotation.leadTime())
                .add(annotation.parentPrediction())
                .add(annotation.parentAnnotation())
                .add(annotation.result());
    }

    private static void add(StateDigest digest, Task task) {
        digest.add(task.id())
                .add(task.updatedAt())
                .add(task.project())
                .add(task.data())
                .add(task.meta());
    }

    private static @Nullable Long idOf(@Nullable Project project) {
        return project == null ? null : Long.valueOf(project.id());
    }

    private static @Nullable Instant latest(Stream<Instant> times) {
        return times.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }
}
