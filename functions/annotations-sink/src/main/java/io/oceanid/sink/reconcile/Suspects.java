package io.oceanid.sink.reconcile;

import io.oceanid.sink.store.Sql;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the tables have and a page of Label Studio's lacks, though it is in the page's range, by id. What was made after
 * the sweep began is left to the next one: a tombstone of this one would not hold for it.
 */
record Suspects(Database database) {

    static final int AT_ONCE = 500;

    /** Of a task that no event ever told there may still be annotations. */
    private static final String TASKS = """
        select id
        from (
          select id from oceanid.task
          where project = $1 and id > $2 and id <= $3 and deleted_at is null and updated_at is not null
            and coalesce(created_at, '-infinity') <= $4
          union
          select task from oceanid.annotation
          where project = $1 and task > $2 and task <= $3 and deleted_at is null and updated_at is not null
            and coalesce(created_at, '-infinity') <= $4) there
        where id <> all ($5)
        order by id
        limit 500
        """;

    private static final String ANNOTATIONS = """
        select id, task from oceanid.annotation
        where task = any ($1) and id > $2 and deleted_at is null and updated_at is not null
          and coalesce(created_at, '-infinity') <= $3 and id <> all ($4)
        order by id
        limit 500
        """;

    /** An annotation of a task. */
    record Suspect(long id, long task) {}

    /** @param after only those with a higher id */
    Mono<List<Long>> tasks(TaskPage page, long after, Instant madeBy) {
        return query(
                        TASKS,
                        statement -> statement
                                .bind(0, page.range().project())
                                .bind(1, after)
                                .bind(2, page.coveredTo())
                                .bind(3, time(madeBy))
                                .bind(4, array(page.taskIds())),
                        row -> Sql.required(row, 0, Long.class))
                .collectList();
    }

    /** @param after only those with a higher id */
    Mono<List<Suspect>> annotations(TaskPage page, long after, Instant madeBy) {
        return query(
                        ANNOTATIONS,
                        statement -> statement
                                .bind(0, array(page.taskIds()))
                                .bind(1, after)
                                .bind(2, time(madeBy))
                                .bind(3, array(page.annotationIds())),
                        row -> new Suspect(Sql.required(row, 0, Long.class), Sql.required(row, 1, Long.class)))
                .collectList();
    }

    private <T> Flux<T> query(String sql, Function<Statement, Statement> bind, Function<io.r2dbc.spi.Row, T> read) {
        return database.with(connection -> Flux.from(
                        bind.apply(connection.createStatement(sql)).execute())
                .concatMap(result -> result.map((row, _) -> read.apply(row))));
    }

    static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
