package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.Task;
import io.r2dbc.spi.Connection;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** {@code oceanid.task}. */
final class TaskTable {

    /**
     * What another row says is asked row by row, here and in the other tables: a join is planned once for a connection, and
     * while the tables are small it would read all of them.
     */
    private static final String SAVE = """
        insert into oceanid.task as t
          (id, project, inner_id, is_labeled, data, meta, created_at, updated_at, event_source, event_id, raw,
           inherited_at)
        select n.id::bigint, n.project::bigint, n.inner_id::bigint, n.is_labeled::boolean, n.data::jsonb,
               n.meta::jsonb, n.created_at::timestamptz, n.updated_at::timestamptz, n.event_source, n.event_id,
               n.raw::jsonb, (select p.tombstone_at from oceanid.project p where p.id = n.project::bigint)
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
          as n (id, project, inner_id, is_labeled, data, meta, created_at, updated_at, event_source, event_id, raw)
        -- spares a state that is not newer the row's lock
        where coalesce((select (n.updated_at::timestamptz, n.event_id) > (o.updated_at, o.event_id)
                        from oceanid.task o where o.id = n.id::bigint), true)
        order by n.id::bigint
        on conflict (id) do update set
          project = excluded.project, inner_id = excluded.inner_id, is_labeled = excluded.is_labeled,
          data = excluded.data, meta = excluded.meta, created_at = excluded.created_at,
          updated_at = excluded.updated_at, event_source = excluded.event_source, event_id = excluded.event_id,
          raw = excluded.raw, inherited_at = excluded.inherited_at
        where t.updated_at is null or (excluded.updated_at, excluded.event_id) > (t.updated_at, t.event_id)
        """;

    private static final String DELETE = """
        with gone as (
          select id::bigint, project::bigint, at::timestamptz from unnest($1, $2, $3) as n (id, project, at)
        ), marked_annotations as (
          update oceanid.annotation a set inherited_at = greatest(a.inherited_at, gone.at)
          from gone where a.task = gone.id
        )
        insert into oceanid.task as t (id, project, tombstone_at, inherited_at)
        select gone.id, gone.project, gone.at, p.tombstone_at
        from gone left join oceanid.project p on p.id = gone.project
        order by gone.id
        on conflict (id) do update set
          project = coalesce(t.project, excluded.project),
          tombstone_at = greatest(t.tombstone_at, excluded.tombstone_at),
          inherited_at = case when t.updated_at is null then greatest(t.inherited_at, excluded.inherited_at)
                              else t.inherited_at end
        """;

    private TaskTable() {}

    static Mono<Void> save(Connection connection, Collection<Saved<Task>> tasks) {
        Rows rows = new Rows(11);
        for (Saved<Task> saved : tasks) {
            Task task = saved.state();
            rows.add(
                    task.id(),
                    task.project(),
                    task.innerId(),
                    task.isLabeled(),
                    task.data(),
                    task.meta(),
                    task.createdAt(),
                    saved.updatedAt(),
                    saved.by().source(),
                    saved.by().id(),
                    Rows.without(task.raw(), "data", "meta"));
        }
        return Sql.run(connection, SAVE, rows);
    }

    /** Marks tasks, and the annotations that hang on them. */
    static Mono<Void> delete(Connection connection, Map<Long, Tombstone> deleted) {
        Rows rows = new Rows(3);
        deleted.forEach((id, tombstone) -> rows.add(id, tombstone.project(), tombstone.at()));
        return Sql.run(connection, DELETE, rows);
    }
}
