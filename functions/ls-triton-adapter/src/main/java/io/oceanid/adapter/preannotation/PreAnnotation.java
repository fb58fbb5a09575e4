package io.oceanid.adapter.preannotation;

import io.oceanid.adapter.model.ModelException;
import io.oceanid.adapter.prediction.PredictRequest;
import io.oceanid.adapter.prediction.PredictTask;
import io.oceanid.adapter.prediction.Predictions;
import io.oceanid.adapter.prediction.Predictor;
import io.oceanid.adapter.prediction.Wish;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksSaved;
import io.oceanid.events.labelstudio.Project;
import io.oceanid.events.labelstudio.Task;
import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Predicts for tasks that were created and stores that in Label Studio, once per task and model version, however often it
 * is told: what is stored already is left out, and where two did it at the same time, the later one is taken away.
 *
 * <p>Thread-safe.
 */
public final class PreAnnotation {

    private static final Logger log = LoggerFactory.getLogger(PreAnnotation.class);

    /** What stands for a task that is no more, and needs no prediction. */
    private static final List<Long> GONE = List.of(-1L);

    private final Predictor predictor;
    private final LabelStudioClient labelStudio;
    private final StoredPredictions stored;
    private final int batch;

    /** @param batch tasks that are predicted for and stored at one go */
    public PreAnnotation(Predictor predictor, LabelStudioClient labelStudio, int batch) {
        this.predictor = predictor;
        this.labelStudio = labelStudio;
        this.stored = new StoredPredictions(labelStudio);
        this.batch = batch;
    }

    /**
     * Completes when every task that can be predicted for has its prediction. One that the model cannot read has none,
     * and that is logged; a project whose label config takes no spans is passed over.
     *
     * @return fails if a model, Label Studio or the host of a text is away: then it is to be told again
     */
    public Mono<Void> predictFor(TasksSaved event) {
        Map<Long, List<Task>> projects = event.tasks().stream()
                .collect(Collectors.groupingBy(Task::project, LinkedHashMap::new, Collectors.toList()));
        return Flux.fromIterable(projects.entrySet())
                .concatMap(project -> predictFor(project.getKey(), project.getValue(), event.project()))
                .then();
    }

    private Mono<Void> predictFor(long project, List<Task> tasks, @Nullable Project told) {
        return labelConfig(project, told)
                .filter(predictor::takesSpans)
                .flatMapMany(config ->
                        Flux.fromIterable(tasks).buffer(batch).concatMap(some -> predictFor(project, some, config)))
                .then();
    }

    private Mono<String> labelConfig(long project, @Nullable Project told) {
        String known = told == null || told.id() != project ? null : told.labelConfig();
        return known != null
                ? Mono.just(known)
                : labelStudio
                        .get("/api/projects/%d/".formatted(project))
                        .map(answer -> answer.path("label_config").stringValue(""));
    }

    private Mono<Void> predictFor(long project, List<Task> tasks, String config) {
        return stored.of(project, ids(tasks), predictor.version(Wish.NONE))
                .map(known -> tasks.stream()
                        .filter(task -> known.getOrDefault(task.id(), GONE).isEmpty())
                        .toList())
                .filter(missing -> !missing.isEmpty())
                .flatMap(missing -> predict(missing, config).flatMap(made -> store(project, missing, made)));
    }

    private Mono<Predictions> predict(List<Task> tasks, String config) {
        List<PredictTask> asked = tasks.stream()
                .map(task -> new PredictTask(task.id(), task.data()))
                .toList();
        return predictor
                .predict(new PredictRequest(asked, config, List.of(), Wish.NONE))
                .onErrorResume(InvalidRequestException.class, e -> {
                    log.warn("no predictions for {} new tasks: {}", tasks.size(), e.getMessage());
                    return Mono.empty();
                });
    }

    private Mono<Void> store(long project, List<Task> tasks, Predictions made) {
        ArrayNode predictions = JsonNodeFactory.instance.arrayNode();
        List<Throwable> later = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Throwable failure = made.all().get(i).failure();
            if (failure == null) {
                predictions.add(
                        made.all().get(i).json().put("task", tasks.get(i).id()));
            } else if (isTemporary(failure)) {
                later.add(failure);
            }
        }
        Mono<Void> store = predictions.isEmpty()
                ? Mono.empty()
                : stored.add(project, predictions).then(dropRepeated(project, tasks, made.modelVersion()));
        return later.isEmpty() ? store : store.then(Mono.error(later.getFirst()));
    }

    private static boolean isTemporary(Throwable failure) {
        return failure instanceof DependencyUnavailableException
                || (failure instanceof ModelException e && e.kind() == ModelException.Kind.UNAVAILABLE);
    }

    /** Two that did the same at once both find this, and agree on which to keep: the first. */
    private Mono<Void> dropRepeated(long project, List<Task> tasks, String version) {
        return Mono.defer(() -> stored.of(project, ids(tasks), version))
                .map(known -> known.values().stream()
                        .flatMap(predictions -> predictions.stream().skip(1))
                        .toList())
                .flatMap(stored::remove);
    }

    private static List<Long> ids(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }
}
