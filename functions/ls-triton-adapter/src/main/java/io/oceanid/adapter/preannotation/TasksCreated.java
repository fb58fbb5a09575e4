package io.oceanid.adapter.preannotation;

import io.cloudevents.CloudEvent;
import io.oceanid.adapter.model.ModelException;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksSaved;
import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.support.failure.DependencyUnavailableException;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes events in. Those of created tasks are worked on; others, which no Trigger should bring, are passed over. */
final class TasksCreated {

    private final Optional<PreAnnotation> preAnnotation;

    /** @param preAnnotation empty where no Label Studio is configured */
    TasksCreated(Optional<PreAnnotation> preAnnotation) {
        this.preAnnotation = preAnnotation;
    }

    /** Completes when all are done; an event that could not be is to be sent again. */
    Mono<Void> accept(List<CloudEvent> events) {
        return Flux.fromIterable(events).concatMap(this::accept).then();
    }

    private Mono<Void> accept(CloudEvent event) {
        return Mono.defer(() -> LabelStudioEvent.read(event.getType(), LabelStudioEvent.dataOf(event))
                                instanceof TasksSaved created
                        ? predictFor(created)
                        : Mono.empty())
                .onErrorMap(ModelException.class, e -> unavailable(e))
                .onErrorMap(LabelStudioException.class, e -> unavailable(e));
    }

    private Mono<Void> predictFor(TasksSaved created) {
        return preAnnotation
                .map(known -> known.predictFor(created))
                .orElseGet(() -> Mono.error(new DependencyUnavailableException(
                        "LABEL_STUDIO_URL is not set, and predictions are to be stored there", null)));
    }

    /** Also what will not be better by itself: somebody has to put it right, and meanwhile nothing is lost. */
    private static DependencyUnavailableException unavailable(RuntimeException error) {
        return new DependencyUnavailableException(String.valueOf(error.getMessage()), error);
    }
}
