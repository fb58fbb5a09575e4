package io.oceanid.bootstrapper.imports;

import io.oceanid.support.failure.ConflictException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Lets one import at a time into a project. Thread-safe. */
final class RunningImports {

    private final Set<Long> projects = ConcurrentHashMap.newKeySet();

    /** Does it while nobody else imports into the project; fails with a {@link ConflictException} otherwise. */
    <T> Mono<T> alone(long project, Mono<T> work) {
        return Mono.using(() -> enter(project), _ -> work, projects::remove);
    }

    private Long enter(long project) {
        if (!projects.add(project)) {
            throw new ConflictException("another import into project " + project + " is running");
        }
        return project;
    }
}
