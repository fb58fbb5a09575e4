package io.oceanid.sink.reconcile;

import io.oceanid.sink.intake.Unstorable;
import io.oceanid.sink.reconcile.Tally.Kind;
import io.oceanid.sink.store.Rows;
import io.oceanid.sink.store.Sql;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Projects against {@code oceanid.project}. */
record ProjectTable(Database database, StateEvents events, Repairs repairs) {

    private static final String FIND = """
        select p.title is not distinct from n.title and p.label_config is not distinct from n.label_config,
               p.updated_at
        from unnest($1, $2, $3) as n (id, title, label_config) join oceanid.project p on p.id = n.id::bigint
        """;

    private static final String LIVE = """
        select p.id from unnest($1) as n (n) cross join oceanid.project p
        where p.deleted_at is null and p.updated_at is not null
        """;

    private static final String COUNTS = """
        select
          (select count(*) from oceanid.task
           where project = n.id::bigint and deleted_at is null and updated_at is not null),
          (select count(*) from oceanid.annotation
           where project = n.id::bigint and deleted_at is null and updated_at is not null),
          (select count(*) from oceanid.prediction where project = n.id::bigint and deleted_at is null)
        from unnest($1) as n (id)
        """;

    /** Those that the tables have. */
    Flux<Long> live() {
        return database.with(
                connection -> Sql.query(connection, LIVE, new Rows(1).add(1), row -> Sql.required(row, 0, Long.class)));
    }

    /** Makes the table hold a project as it was read. */
    Mono<Tally> reconcile(ObjectNode project, Instant readAt) {
        Rows rows =
                new Rows(3).add(project.path("id").asLong(0), text(project, "title"), text(project, "label_config"));
        return database.with(connection -> Sql.query(connection, FIND, rows, Known::read))
                .next()
                .defaultIfEmpty(Known.NOT)
                .flatMap(known -> {
                    if (known.same() && known.updatedAt() != null) {
                        return Mono.just(Tally.NONE);
                    }
                    Kind kind = known.updatedAt() == null ? Kind.PROJECT_MISSING : Kind.PROJECT_OUTDATED;
                    Repair repair = new Repair(events.project(timed(project, known, readAt), readAt), false);
                    return repairs.states(List.of(repair), readAt).thenReturn(Tally.of(kind, 1));
                });
    }

    /** Whether the table has as many tasks, annotations and predictions as Label Studio counts. */
    Mono<Boolean> countsAgree(JsonNode project) {
        long annotations = project.path("total_annotations_number").asLong(0)
                + project.path("skipped_annotations_number").asLong(0);
        Rows rows = new Rows(1).add(project.path("id").asLong(0));
        return database.with(connection -> Sql.query(
                        connection,
                        COUNTS,
                        rows,
                        row -> Sql.required(row, 0, Long.class)
                                        == project.path("task_number").asLong(0)
                                && Sql.required(row, 1, Long.class) == annotations
                                && Sql.required(row, 2, Long.class)
                                        == project.path("total_predictions_number")
                                                .asLong(0)))
                .next();
    }

    /** Label Studio's API does not say when a project was changed: after what the table knows, and before it was read. */
    private static ObjectNode timed(ObjectNode project, Known known, Instant readAt) {
        ObjectNode timed = project.deepCopy();
        if (!project.path("updated_at").isString()) {
            Instant later =
                    known.updatedAt() == null ? readAt : known.updatedAt().plus(1, ChronoUnit.MICROS);
            timed.put(
                    "updated_at",
                    (later.isAfter(readAt) ? later : readAt)
                            .truncatedTo(ChronoUnit.MICROS)
                            .toString());
        }
        return timed;
    }

    private static @Nullable String text(JsonNode project, String name) {
        JsonNode value = Unstorable.replaceIn(project.path(name));
        return value.isString() ? value.stringValue() : null;
    }

    private record Known(boolean same, @Nullable Instant updatedAt) {

        static final Known NOT = new Known(false, null);

        static Known read(Readable row) {
            OffsetDateTime updatedAt = row.get(1, OffsetDateTime.class);
            return new Known(Sql.required(row, 0, Boolean.class), updatedAt == null ? null : updatedAt.toInstant());
        }
    }
}
