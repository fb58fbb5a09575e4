package io.oceanid.adapter.prediction;

import io.oceanid.adapter.model.Outcome;
import io.oceanid.adapter.prediction.TaskReading.ReadText;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of all tasks of a call.
 *
 * @param tasks for each task, in their order, what each Text tag led to
 */
record Lookups(List<List<Lookup>> tasks) {

    /** The texts that are known, in order of task and tag. */
    List<String> texts() {
        return tasks.stream()
                .flatMap(List::stream)
                .filter(Lookup.Known.class::isInstance)
                .map(lookup -> ((Lookup.Known) lookup).text())
                .toList();
    }

    /** Why there is no text at all: rather what may pass by itself than what will not. Null if there is one, or no task. */
    @Nullable
    Throwable whyNone() {
        if (tasks.isEmpty() || !texts().isEmpty()) {
            return null;
        }
        return tasks.stream()
                .flatMap(List::stream)
                .filter(Lookup.Unusable.class::isInstance)
                .map(lookup -> ((Lookup.Unusable) lookup).reason())
                .filter(DependencyUnavailableException.class::isInstance)
                .findFirst()
                .orElseGet(() -> whyNone(0, tasks.getFirst()));
    }

    /**
     * What became of each task.
     *
     * @param outcomes one for each of {@link #texts}
     */
    List<TaskReading> read(List<Outcome> outcomes) {
        Iterator<Outcome> next = outcomes.iterator();
        List<TaskReading> readings = new ArrayList<>(tasks.size());
        for (List<Lookup> lookups : tasks) {
            readings.add(read(readings.size(), lookups, next));
        }
        return readings;
    }

    private static TaskReading read(int task, List<Lookup> lookups, Iterator<Outcome> next) {
        List<ReadText> texts = new ArrayList<>();
        Throwable failure = null;
        for (Lookup lookup : lookups) {
            switch (lookup) {
                case Lookup.Known known -> {
                    switch (next.next()) {
                        case Outcome.Found found ->
                            texts.add(new ReadText(known.object(), known.text(), found.entities()));
                        case Outcome.Failed failed -> failure = failed.reason();
                    }
                }
                case Lookup.Unusable unusable -> failure = unusable.reason();
                case Lookup.Absent _ -> {
                    // a task need not have every text that the config could show
                }
            }
        }
        if (failure == null && texts.isEmpty()) {
            failure = whyNone(task, lookups);
        }
        return failure == null ? new TaskReading.Read(texts) : new TaskReading.Failed(failure);
    }

    private static Throwable whyNone(int task, List<Lookup> lookups) {
        for (Lookup lookup : lookups) {
            if (lookup instanceof Lookup.Unusable unusable) {
                return unusable.reason();
            }
        }
        String field = "tasks[%d].%s"
                .formatted(task, lookups.getFirst().object().path().field());
        return new InvalidRequestException(field, field + " has no text, and the label config shows that");
    }
}
