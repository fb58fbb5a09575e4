package io.oceanid.sink.reconcile;

import io.oceanid.events.labelstudio.Task;
import io.oceanid.sink.reconcile.Finding.Verdict;
import io.oceanid.sink.store.Rows;
import io.oceanid.sink.store.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** States of tasks against {@code oceanid.task}. */
record TaskComparison(Database database) {

    private static final String SQL = """
        select n.id::bigint,
               case
                 when t.id is null then 'MISSING'
                 when greatest(t.tombstone_at, t.inherited_at) >= coalesce(n.created_at::timestamptz, '-infinity')
                   then 'BURIED'
                 when t.updated_at is null or t.created_at < n.created_at::timestamptz then 'MISSING'
                 when t.updated_at > n.updated_at::timestamptz then 'SAME'
                 when (t.project, t.data, t.meta) is distinct from (n.project::bigint, n.data::jsonb, n.meta::jsonb)
                   then 'OUTDATED'
                 when t.updated_at < n.updated_at::timestamptz or not t.raw @> n.raw::jsonb then 'TOUCHED'
                 else 'SAME'
               end,
               coalesce(t.updated_at = n.updated_at::timestamptz, false),
               t.raw::text
        from unnest($1, $2, $3, $4, $5, $6, $7) as n (id, project, data, meta, created_at, updated_at, raw)
        left join oceanid.task t on t.id = n.id::bigint
        """;

    Mono<Map<Long, Finding>> of(Collection<Task> tasks) {
        Rows rows = new Rows(7);
        for (Task task : tasks) {
            rows.add(
                    task.id(),
                    task.project(),
                    task.data(),
                    task.meta(),
                    task.createdAt(),
                    task.updatedAt(),
                    Rows.without(task.raw(), "data", "meta", "created_at", "updated_at"));
        }
        return findings(database, SQL, rows);
    }

    static Mono<Map<Long, Finding>> findings(Database database, String sql, Rows rows) {
        return database.with(connection -> Sql.query(
                        connection,
                        sql,
                        rows,
                        row -> Map.entry(
                                Sql.required(row, 0, Long.class),
                                new Finding(
                                        Verdict.valueOf(Sql.required(row, 1, String.class)),
                                        Sql.required(row, 2, Boolean.class),
                                        row.get(3, String.class)))))
                .collect(HashMap::new, (found, entry) -> found.put(entry.getKey(), entry.getValue()));
    }
}
