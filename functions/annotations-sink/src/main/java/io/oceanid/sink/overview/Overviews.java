package io.oceanid.sink.overview;

import static io.oceanid.sink.store.Sql.required;

import io.oceanid.sink.database.PostgresError;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what came of late, what waits and how far reconciling is. Nothing is counted any further than {@link #MOST}.
 *
 * <p>Thread-safe.
 */
final class Overviews {

    /** How far is counted: of each bucket, and of what waits. */
    static final int MOST = 20_000;

    /** The events whose types and ways are told. */
    static final int LATEST = 1_000;

    /** The projects that are told of. */
    static final int PROJECTS = 100;

    /** The projects that are looked at for that, deleted ones among them. */
    private static final int LOOKED_AT = 1_000;

    static final String EVENTS = """
        select b.at,
               (select count(*) from (select from oceanid.inbox i
                  where i.received_at >= b.at and i.received_at < b.at + make_interval(hours => $2) limit $4) n)
        from generate_series(0, $3 - 1) s (n)
        cross join lateral (select date_trunc($1, now(), 'UTC') - s.n * make_interval(hours => $2)) b (at)
        order by b.at
        """;

    static final String TYPES = """
        select i.type, i.origin, count(*)
        from (select type, origin from oceanid.inbox order by received_at desc limit $1) i
        group by i.type, i.origin order by count(*) desc, i.type, i.origin
        """;

    private static final String WAITING =
            "select count(*) from (select from oceanid.quarantine where replayed_at is null limit $1) n";

    /** From one id of a project to the next lower one, by indexes: nobody need have told of a project but its tasks. */
    private static final String RECONCILED = """
        with recursive known (id, steps) as (
          select greatest((select max(project) from oceanid.annotation), (select max(project) from oceanid.task),
                          (select max(id) from oceanid.project)), 1
          union all
          select greatest((select max(a.project) from oceanid.annotation a where a.project < k.id),
                          (select max(t.project) from oceanid.task t where t.project < k.id),
                          (select max(p.id) from oceanid.project p where p.id < k.id)), k.steps + 1
          from known k where k.id is not null and k.steps < $2)
        select k.id, p.title, c.swept_at, c.fully_at, c.began_at, c.full_sweep, c.after_task
        from known k
        left join oceanid.project p on p.id = k.id
        left join oceanid.reconcile_cursor c on c.project = k.id
        where k.id is not null and p.deleted_at is null order by k.id desc limit $1
        """;

    private final ConnectionFactory connections;

    Overviews(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** The overview; fails with a {@link DependencyUnavailableException} if the database cannot be used. */
    Mono<ObjectNode> by(Bucket bucket) {
        return Mono.usingWhen(connections.create(), connection -> read(connection, bucket), Connection::close)
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable);
    }

    private static Mono<ObjectNode> read(Connection connection, Bucket bucket) {
        ObjectNode overview = JsonNodeFactory.instance.objectNode();
        overview.put("bucket", bucket.unit());
        return rows(connection, EVENTS, sql -> bind(sql, bucket), Overviews::events)
                .doOnNext(events -> overview.putArray("events").addAll(events))
                .then(rows(connection, TYPES, sql -> sql.bind(0, LATEST), Overviews::type))
                .doOnNext(types -> overview.putArray("latest").addAll(types))
                .then(rows(connection, WAITING, sql -> sql.bind(0, MOST + 1), row -> count(row, 0)))
                .doOnNext(waiting -> overview.set("quarantine", waiting.getFirst()))
                .then(rows(
                        connection,
                        RECONCILED,
                        sql -> sql.bind(0, PROJECTS + 1).bind(1, LOOKED_AT),
                        Overviews::project))
                .doOnNext(projects -> {
                    overview.putArray("projects")
                            .addAll(projects.stream().limit(PROJECTS).toList());
                    overview.put("moreProjects", projects.size() > PROJECTS);
                })
                .thenReturn(overview);
    }

    private static Statement bind(Statement sql, Bucket bucket) {
        return sql.bind(0, bucket.unit())
                .bind(1, bucket.hours())
                .bind(2, bucket.count())
                .bind(3, MOST + 1);
    }

    private static Mono<List<ObjectNode>> rows(
            Connection connection, String sql, UnaryOperator<Statement> bind, Function<Readable, ObjectNode> read) {
        return Flux.defer(() -> bind.apply(connection.createStatement(sql)).execute())
                .concatMap(result -> result.map(read))
                .collectList();
    }

    private static ObjectNode events(Readable row) {
        return count(row, 1).put("from", required(row, 0, Instant.class).toString());
    }

    private static ObjectNode type(Readable row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", required(row, 0, String.class))
                .put("origin", row.get(1, String.class))
                .put("count", required(row, 2, Long.class));
    }

    private static ObjectNode count(Readable row, int column) {
        long count = required(row, column, Long.class);
        return JsonNodeFactory.instance
                .objectNode()
                .put("count", Math.min(count, MOST))
                .put("more", count > MOST);
    }

    private static ObjectNode project(Readable row) {
        ObjectNode project = JsonNodeFactory.instance
                .objectNode()
                .put("id", required(row, 0, Long.class))
                .put("title", row.get(1, String.class))
                .put("sweptAt", time(row, 2))
                .put("fullyAt", time(row, 3));
        String beganAt = time(row, 4);
        if (beganAt == null) {
            return project.putNull("underWay");
        }
        project.putObject("underWay")
                .put("beganAt", beganAt)
                .put("full", row.get(5, Boolean.class))
                .put("afterTask", row.get(6, Long.class));
        return project;
    }

    private static @Nullable String time(Readable row, int column) {
        Instant time = row.get(column, Instant.class);
        return time == null ? null : time.toString();
    }
}
