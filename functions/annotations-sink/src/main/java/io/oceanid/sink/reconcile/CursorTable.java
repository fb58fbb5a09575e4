package io.oceanid.sink.reconcile;

import io.oceanid.sink.store.Rows;
import io.oceanid.sink.store.Sql;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@code oceanid.reconcile_cursor}. */
record CursorTable(Database database) {

    private static final String FIND = """
        select c.began_at, c.since, c.after_task, c.swept_at, c.fully_at
        from unnest($1) as n (project) join oceanid.reconcile_cursor c on c.project = n.project::bigint
        """;

    private static final String SAVE = """
        insert into oceanid.reconcile_cursor as c
          (project, full_sweep, began_at, since, after_task, swept_at, fully_at)
        select n.project::bigint, n.full_sweep::boolean, n.began_at::timestamptz, n.since::timestamptz,
               n.after_task::bigint, n.swept_at::timestamptz, n.fully_at::timestamptz
        from unnest($1, $2, $3, $4, $5, $6, $7)
          as n (project, full_sweep, began_at, since, after_task, swept_at, fully_at)
        on conflict (project) do update set
          full_sweep = excluded.full_sweep, began_at = excluded.began_at, since = excluded.since,
          after_task = excluded.after_task, swept_at = excluded.swept_at, fully_at = excluded.fully_at
        """;

    Mono<Cursor> find(long project) {
        Rows rows = new Rows(1).add(project);
        return database.with(connection -> Sql.query(connection, FIND, rows, row -> read(project, row)))
                .next()
                .defaultIfEmpty(Cursor.none(project));
    }

    Mono<Void> save(Cursor cursor) {
        Cursor.Sweep sweep = cursor.underWay();
        Rows rows = new Rows(7)
                .add(
                        cursor.project(),
                        sweep == null ? null : sweep.isFull(),
                        sweep == null ? null : sweep.beganAt(),
                        sweep == null ? null : sweep.since(),
                        sweep == null ? null : sweep.after(),
                        cursor.sweptAt(),
                        cursor.fullyAt());
        return database.with(
                        connection -> Sql.run(connection, SAVE, rows).flux().cast(Object.class))
                .then();
    }

    /** When the last sweep of each project that came to its end began. */
    Mono<Map<Long, Instant>> lastSweeps() {
        return database.with(connection -> Sql.query(
                        connection,
                        "select c.project, c.swept_at from unnest($1) n (n) cross join oceanid.reconcile_cursor c"
                                + " where c.swept_at is not null",
                        new Rows(1).add(1),
                        row -> Map.entry(
                                Sql.required(row, 0, Long.class),
                                Sql.required(row, 1, OffsetDateTime.class).toInstant())))
                .collect(HashMap::new, (all, entry) -> all.put(entry.getKey(), entry.getValue()));
    }

    private static Cursor read(long project, Readable row) {
        Instant beganAt = instant(row, 0);
        Long after = row.get(2, Long.class);
        return new Cursor(
                project,
                beganAt == null || after == null ? null : new Cursor.Sweep(beganAt, instant(row, 1), after),
                instant(row, 3),
                instant(row, 4));
    }

    private static @Nullable Instant instant(Readable row, int column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
