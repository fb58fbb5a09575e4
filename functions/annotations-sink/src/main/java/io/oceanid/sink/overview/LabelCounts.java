package io.oceanid.sink.overview;

import static io.oceanid.sink.store.Sql.required;

import io.oceanid.sink.database.PostgresError;
import io.oceanid.sink.project.LiveProject;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.UnknownResourceException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts the labels in a project's newest annotations, by the ids of their tasks.
 *
 * <p>Thread-safe.
 */
final class LabelCounts {

    /** The labels that are told, those with the most regions. */
    static final int LABELS = 200;

    /**
     * The limit stands before what is left out: so many rows are read and no more. Were the project said to be equal,
     * PostgreSQL might go through all newer tasks of others to find them.
     */
    static final String NEWEST = """
        (select a.id, a.updated_at is not null and a.deleted_at is null and not a.was_cancelled as counts
         from oceanid.annotation a where a.project between $1 and $1
         order by a.project desc, a.task desc limit $2) n
        """;

    private static final String ANNOTATIONS = """
        select count(*) filter (where n.counts),
               not exists (select from oceanid.annotation where project between $1 and $1
                           order by project desc, task desc offset $2)
        from %s
        """.formatted(NEWEST);

    private static final String REGIONS = """
        select l.label, count(*) from %s
        join oceanid.region r on r.annotation = n.id cross join unnest(r.labels) l (label)
        where n.counts group by l.label order by count(*) desc, l.label limit $3
        """.formatted(NEWEST);

    private final ConnectionFactory connections;

    LabelCounts(ConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * How many regions of the newest annotations have which label; one with several counts for each.
     *
     * @return fails with an {@link UnknownResourceException} if there is no such project, with a
     *     {@link DependencyUnavailableException} if the database cannot be used
     */
    Mono<ObjectNode> of(long project, int newest) {
        return Mono.usingWhen(connections.create(), connection -> read(connection, project, newest), Connection::close)
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable);
    }

    private static Mono<ObjectNode> read(Connection connection, long project, int newest) {
        return LiveProject.find(connection, project)
                .then(annotations(connection, project, newest))
                .flatMap(counts -> regions(connection, project, newest).map(labels -> with(counts, labels)));
    }

    private static Mono<ObjectNode> annotations(Connection connection, long project, int newest) {
        return Flux.defer(() -> connection
                        .createStatement(ANNOTATIONS)
                        .bind(0, project)
                        .bind(1, newest)
                        .execute())
                .concatMap(result -> result.map(row -> JsonNodeFactory.instance
                        .objectNode()
                        .put("project", project)
                        .put("annotations", required(row, 0, Long.class))
                        .put("all", required(row, 1, Boolean.class))))
                .single();
    }

    private static Mono<List<ObjectNode>> regions(Connection connection, long project, int newest) {
        return Flux.from(connection
                        .createStatement(REGIONS)
                        .bind(0, project)
                        .bind(1, newest)
                        .bind(2, LABELS + 1)
                        .execute())
                .concatMap(result -> result.map(LabelCounts::label))
                .collectList();
    }

    private static ObjectNode label(Readable row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("label", required(row, 0, String.class))
                .put("regions", required(row, 1, Long.class));
    }

    private static ObjectNode with(ObjectNode counts, List<ObjectNode> labels) {
        counts.putArray("labels").addAll(labels.stream().limit(LABELS).toList());
        return counts.put("moreLabels", labels.size() > LABELS);
    }
}
