package io.oceanid.sink.reconcile;

import io.oceanid.sink.intake.Unstorable;
import io.oceanid.sink.store.Rows;
import io.oceanid.sink.store.Sql;
import io.r2dbc.spi.Result;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** {@code oceanid.prediction}: what Label Studio has when it is asked, since it tells nobody of it. */
record PredictionTable(Database database) {

    private static final String SAVE = """
        insert into oceanid.prediction as p
          (id, project, task, model_version, score, result, created_at, updated_at)
        select n.id::bigint, n.project::bigint, n.task::bigint, n.model_version, n.score::double precision,
               n.result::jsonb, n.created_at::timestamptz, n.updated_at::timestamptz
        from unnest($1, $2, $3, $4, $5, $6, $7, $8)
          as n (id, project, task, model_version, score, result, created_at, updated_at)
        order by n.id::bigint
        on conflict (id) do update set
          project = excluded.project, task = excluded.task, model_version = excluded.model_version,
          score = excluded.score, result = excluded.result, created_at = excluded.created_at,
          updated_at = excluded.updated_at, deleted_at = null
        where (p.project, p.task, p.model_version, p.score, p.result, p.created_at, p.updated_at)
              is distinct from
              (excluded.project, excluded.task, excluded.model_version, excluded.score, excluded.result,
               excluded.created_at, excluded.updated_at)
           or p.deleted_at is not null
        returning xmax = 0
        """;

    private static final String GONE = """
        update oceanid.prediction set deleted_at = $1
        where project = $2 and task > $3 and task <= $4 and deleted_at is null and id <> all ($5)
        """;

    private static final String GONE_OF_TASKS = """
        update oceanid.prediction set deleted_at = $1
        where project = $2 and task = any ($3) and deleted_at is null and id <> all ($4)
        """;

    /** Makes the table hold the predictions of a page, and marks those that are in its range no more. */
    Mono<Tally> reconcile(TaskPage page, Instant sweepBegan) {
        List<JsonNode> predictions = page.predictions();
        return save(page.range().project(), predictions)
                .zipWith(gone(page, ids(predictions), sweepBegan), Tally::plus)
                .map(tally -> tally.plus(Tally.Kind.PREDICTION, predictions.size()));
    }

    /** Marks all of a project. */
    Mono<Void> goneWith(long project, Instant at) {
        return gone(
                        new TaskPage(
                                new TaskRange(project, 0, TaskRange.NO_LIMIT, null), List.of(), TaskRange.NO_LIMIT),
                        List.of(),
                        at)
                .then();
    }

    private Mono<Tally> save(long project, List<JsonNode> predictions) {
        Rows rows = new Rows(8);
        for (JsonNode prediction : predictions) {
            rows.add(
                    prediction.path("id").asLong(0),
                    project,
                    prediction.path("task").asLong(0),
                    text(prediction.path("model_version")),
                    text(prediction.path("score")),
                    prediction.has("result") ? Unstorable.replaceIn(prediction.path("result")) : "[]",
                    text(prediction.path("created_at")),
                    text(prediction.path("updated_at")));
        }
        return database.with(
                        connection -> Sql.query(connection, SAVE, rows, row -> Sql.required(row, 0, Boolean.class)))
                .reduce(
                        Tally.NONE,
                        (tally, inserted) -> tally.plus(
                                inserted ? Tally.Kind.PREDICTION_MISSING : Tally.Kind.PREDICTION_OUTDATED, 1));
    }

    /** A page of what changed says nothing of the tasks between. */
    private Mono<Tally> gone(TaskPage page, Collection<Long> ids, Instant at) {
        boolean full = page.range().since() == null;
        return database.with(connection -> {
                    var statement = connection
                            .createStatement(full ? GONE : GONE_OF_TASKS)
                            .bind(0, Suspects.time(at))
                            .bind(1, page.range().project());
                    if (full) {
                        statement
                                .bind(2, page.range().after())
                                .bind(3, page.coveredTo())
                                .bind(4, Suspects.array(ids));
                    } else {
                        statement.bind(2, Suspects.array(page.taskIds())).bind(3, Suspects.array(ids));
                    }
                    return Flux.from(statement.execute()).concatMap(Result::getRowsUpdated);
                })
                .reduce(0L, Long::sum)
                .map(gone -> Tally.of(Tally.Kind.PREDICTION_UNDELETED, gone));
    }

    private static List<Long> ids(List<JsonNode> predictions) {
        return predictions.stream()
                .map(prediction -> prediction.path("id").asLong(0))
                .toList();
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        JsonNode storable = Unstorable.replaceIn(value);
        return storable.isContainer() ? storable.toString() : storable.asString();
    }
}
