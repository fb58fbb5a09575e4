package io.oceanid.sink.agreement;

import io.oceanid.events.json.EventJson;
import io.oceanid.sink.database.PostgresError;
import io.oceanid.sink.project.LiveProject;
import io.oceanid.sink.project.Snapshot;
import io.oceanid.sink.region.TaskText;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.OverloadedException;
import io.oceanid.support.failure.UnknownResourceException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares what models predicted with what people annotated, a task at a time, as of one moment.
 *
 * <p>Thread-safe.
 */
final class Agreements {

    /** One connection, however many ask: commits need the others. */
    private static final int AT_ONCE = 1;

    /** Tasks that PostgreSQL hands over at once. */
    private static final int FETCH = 16;

    /** With a PostgreSQL that gives nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Sorts the ids before it reads what belongs to them, so that the first row does not wait for the last. The limit, none
     * where {@code $2} is null, stands before what is left out: so many annotations are looked at and no more. Were the
     * project said to be equal, PostgreSQL might go through all newer tasks of others to find them.
     */
    private static final String TASKS = """
        select (select t.data from oceanid.task t where t.id = n.task),
               (select jsonb_agg(jsonb_build_object('modelVersion', p.model_version, 'result', p.result))
                from (select distinct on (p.model_version) p.model_version, p.result
                      from oceanid.prediction p
                      where p.task = n.task and p.deleted_at is null
                      order by p.model_version, coalesce(p.updated_at, p.created_at) desc nulls last, p.id desc) p),
               (select jsonb_agg(coalesce(
                    (select jsonb_agg(r.raw order by r.ordinal) from oceanid.region r
                     where r.annotation = a.id and r.type = 'labels'), '[]'))
                from oceanid.current_annotation a where a.task = n.task and a.project = $1)
        from (
          select distinct a.task
          from (select a.* from oceanid.annotation a where a.project between $1 and $1
                order by a.project desc, a.task desc limit $2) a
          where a.updated_at is not null and a.deleted_at is null and not a.was_cancelled
            and exists (select from oceanid.prediction p where p.task = a.task and p.deleted_at is null)
          order by a.task) n
        order by n.task
        """;

    private final Snapshot snapshot;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Agreements(ConnectionFactory connections) {
        this.snapshot = new Snapshot(connections);
    }

    /**
     * The agreement in a project.
     *
     * @param newest look only at tasks of so many annotations, those with the greatest ids of tasks; null for all
     * @return fails with an {@link UnknownResourceException} if there is no such project, with an
     *     {@link OverloadedException} while another is being counted, with a {@link DependencyUnavailableException} if the
     *     database cannot be used
     */
    Mono<ProjectAgreement> of(long project, @Nullable Integer newest) {
        return Mono.using(this::enter, _ -> count(project, newest), Semaphore::release)
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable);
    }

    private Semaphore enter() {
        if (!places.tryAcquire()) {
            throw new OverloadedException("the agreement in another project is being counted");
        }
        return places;
    }

    private Mono<ProjectAgreement> count(long project, @Nullable Integer newest) {
        return snapshot.read(connection -> LiveProject.find(connection, project)
                        .flatMap(found -> count(connection, found, newest))
                        .flux())
                .single();
    }

    private static Mono<ProjectAgreement> count(Connection connection, LiveProject project, @Nullable Integer newest) {
        ProjectAgreement agreement = new ProjectAgreement(project.id());
        Statement tasks =
                connection.createStatement(TASKS).bind(0, project.id()).fetchSize(FETCH);
        return Flux.from((newest == null ? tasks.bindNull(1, Integer.class) : tasks.bind(1, newest)).execute())
                .concatMap(result -> result.map(row -> add(agreement, row, project)))
                .timeout(PATIENCE)
                .then(Mono.just(agreement));
    }

    private static ProjectAgreement add(ProjectAgreement agreement, Readable row, LiveProject project) {
        byte[] data = row.get(0, byte[].class);
        return agreement.add(
                TaskText.of(data == null ? null : EventJson.read(data), project.parsedLabelConfig()),
                EventJson.read(Objects.requireNonNull(row.get(1, byte[].class))),
                EventJson.read(Objects.requireNonNull(row.get(2, byte[].class))));
    }
}
