package io.oceanid.sink.history;

import io.oceanid.sink.database.PostgresError;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.UnknownResourceException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the histories of annotations.
 *
 * <p>Thread-safe.
 */
final class Histories {

    /** Events told of one annotation. */
    static final int MOST = 1_000;

    private static final String HEAD = """
        select a.task, a.project, a.updated_at, a.deleted_at, a.parent_prediction, p.model_version, p.score
        from oceanid.annotation a left join oceanid.prediction p on p.id = a.parent_prediction
        where a.id = $1
        """;

    /** A task or project that was deleted before the annotation was made had the same id, and is another one. */
    private static final String EVENTS = """
        select i.source, i.id, i.type, i.time, i.received_at, i.origin, n.about, n.updated_at, n.effect
        from (
          select 'annotation' as about, e.event_source, e.event_id, e.updated_at, e.effect
          from oceanid.annotation_event e where e.annotation = $1
          union all
          select d.entity, d.event_source, d.event_id, null, d.effect
          from oceanid.annotation a
          join oceanid.deletion_event d
            on (d.entity, d.id) in (('task', a.task), ('project', a.project))
           and d.at >= coalesce(a.created_at, '-infinity')
          where a.id = $1
        ) n
        join oceanid.inbox i on (i.source, i.id) = (n.event_source, n.event_id)
        order by i.received_at desc, n.updated_at desc nulls first, i.source, i.id
        limit $2
        """;

    private final ConnectionFactory connections;

    Histories(ConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * The history of an annotation.
     *
     * @return fails with an {@link UnknownResourceException} if nothing was ever told of it, with a
     *     {@link DependencyUnavailableException} if the database cannot be used
     */
    Mono<AnnotationHistory> of(long annotation) {
        return Mono.usingWhen(connections.create(), connection -> read(connection, annotation), Connection::close)
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable);
    }

    private static Mono<AnnotationHistory> read(Connection connection, long annotation) {
        return Flux.from(connection.createStatement(HEAD).bind(0, annotation).execute())
                .concatMap(result -> result.map(row -> head(row, annotation)))
                .next()
                .switchIfEmpty(Mono.error(
                        () -> new UnknownResourceException("annotation " + annotation + " is not known here")))
                .flatMap(history -> events(connection, annotation)
                        .map(events ->
                                history.with(events.subList(0, Math.min(MOST, events.size())), events.size() > MOST)));
    }

    private static Mono<List<TouchingEvent>> events(Connection connection, long annotation) {
        return Flux.from(connection
                        .createStatement(EVENTS)
                        .bind(0, annotation)
                        .bind(1, MOST + 1)
                        .execute())
                .concatMap(result -> result.map(TouchingEvent::of))
                .collectList();
    }

    private static AnnotationHistory head(Readable row, long annotation) {
        Long prediction = row.get("parent_prediction", Long.class);
        return new AnnotationHistory(
                annotation,
                row.get("task", Long.class),
                row.get("project", Long.class),
                row.get("updated_at", Instant.class),
                row.get("deleted_at", Instant.class),
                prediction == null
                        ? null
                        : new SourcePrediction(
                                Objects.requireNonNull(prediction),
                                row.get("model_version", String.class),
                                row.get("score", Double.class)),
                List.of(),
                false);
    }
}
