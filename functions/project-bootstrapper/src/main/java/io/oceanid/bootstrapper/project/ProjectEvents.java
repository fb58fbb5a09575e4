package io.oceanid.bootstrapper.project;

import io.cloudevents.CloudEvent;
import io.oceanid.bootstrapper.declaration.ProjectDeclaration;
import io.oceanid.bootstrapper.labelstudio.Failures;
import io.oceanid.events.catalogue.EventType;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.events.labelstudio.LabelStudioEvent.ProjectSaved;
import io.oceanid.support.cloudevents.KnativePing;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes events in. A project that was created gets the declaration that is for it; a ping has the webhooks of all declared
 * projects put right; other events are passed over.
 */
final class ProjectEvents {

    private static final Logger log = LoggerFactory.getLogger(ProjectEvents.class);

    private final Optional<DeclaredProjects> declared;
    private final Optional<Bootstrap> bootstrap;

    /**
     * @param declared empty where there is no folder of declarations
     * @param bootstrap empty where no Label Studio is configured
     */
    ProjectEvents(Optional<DeclaredProjects> declared, Optional<Bootstrap> bootstrap) {
        this.declared = declared;
        this.bootstrap = bootstrap;
    }

    /** Completes when all are done; an event that could not be is to be sent again. */
    Mono<Void> accept(List<CloudEvent> events) {
        return Flux.fromIterable(events).concatMap(this::accept).then();
    }

    private Mono<Void> accept(CloudEvent event) {
        return Mono.defer(() -> {
            if (KnativePing.is(event)) {
                return each(this::putWebhooksRight);
            }
            return event.getType().equals(EventType.PROJECT_CREATED.type())
                            && LabelStudioEvent.read(event.getType(), LabelStudioEvent.dataOf(event))
                                    instanceof ProjectSaved saved
                    ? each((bootstrap, declaration) ->
                            apply(bootstrap, declaration, saved.project().id()))
                    : Mono.empty();
        });
    }

    private Mono<Void> each(BiFunction<Bootstrap, ProjectDeclaration, Mono<Void>> work) {
        if (declared.isEmpty()) {
            return Mono.empty();
        }
        if (bootstrap.isEmpty()) {
            return Mono.error(Failures.notConfigured());
        }
        return Mono.fromCallable(declared.get()::all)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapIterable(all -> all)
                .concatMap(declaration -> work.apply(bootstrap.get(), declaration))
                .then();
    }

    private static Mono<Void> apply(Bootstrap bootstrap, ProjectDeclaration declaration, long project) {
        return bootstrap
                .applyTo(project, declaration)
                .doOnNext(_ -> log.info("project {} is as {} declares", project, declaration.name()))
                .then();
    }

    /** One that cannot be put right keeps the others from nothing, and is tried again at the next ping. */
    private Mono<Void> putWebhooksRight(Bootstrap bootstrap, ProjectDeclaration declaration) {
        return bootstrap
                .applyWebhooks(declaration)
                .doOnNext(report -> log.warn(
                        "webhooks of {} were put right, in {} steps",
                        declaration.name(),
                        report.path("steps").size()))
                .doOnError(e -> log.warn("webhooks of {} cannot be put right: {}", declaration.name(), e.getMessage()))
                .onErrorComplete()
                .then();
    }
}
