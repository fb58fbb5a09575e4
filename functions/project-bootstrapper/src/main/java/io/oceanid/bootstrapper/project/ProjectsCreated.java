package io.oceanid.bootstrapper.project;

import io.cloudevents.CloudEvent;
import io.oceanid.bootstrapper.labelstudio.Failures;
import io.oceanid.events.catalogue.EventType;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.events.labelstudio.LabelStudioEvent.ProjectSaved;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes events in. A project that was created gets the declaration that is for it; other events are passed over. */
final class ProjectsCreated {

    private static final Logger log = LoggerFactory.getLogger(ProjectsCreated.class);

    private final Optional<DeclaredProjects> declared;
    private final Optional<Bootstrap> bootstrap;

    /**
     * @param declared empty where there is no folder of declarations
     * @param bootstrap empty where no Label Studio is configured
     */
    ProjectsCreated(Optional<DeclaredProjects> declared, Optional<Bootstrap> bootstrap) {
        this.declared = declared;
        this.bootstrap = bootstrap;
    }

    /** Completes when all are done; an event that could not be is to be sent again. */
    Mono<Void> accept(List<CloudEvent> events) {
        return Flux.fromIterable(events).concatMap(this::accept).then();
    }

    private Mono<Void> accept(CloudEvent event) {
        return Mono.defer(() -> event.getType().equals(EventType.PROJECT_CREATED.type())
                        && LabelStudioEvent.read(event.getType(), LabelStudioEvent.dataOf(event))
                                instanceof ProjectSaved saved
                ? apply(saved.project().id())
                : Mono.empty());
    }

    private Mono<Void> apply(long project) {
        if (declared.isEmpty()) {
            return Mono.empty();
        }
        if (bootstrap.isEmpty()) {
            return Mono.error(Failures.notConfigured());
        }
        return Mono.fromCallable(declared.get()::all)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapIterable(all -> all)
                .concatMap(declaration -> bootstrap
                        .get()
                        .applyTo(project, declaration)
                        .doOnNext(_ -> log.info("project {} is as {} declares", project, declaration.name())))
                .then();
    }
}
