package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.Task;
import io.r2dbc.spi.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** {@code oceanid.task}. */
final class TaskTable {

    private static final String SAVE = """
        insert into oceanid.task as t
          (id, project, inner_id, is_labeled, data, meta, created_at, updated_at, event_source, event_id, raw,
           deleted_at, deleted_by)
        select n.id::bigint, n.project::bigint, n.inner_id::bigint, n.is_labeled::boolean, n.data::jsonb,
               n.meta::jsonb, n.created_at::timestamptz, n.updated_at::timestamptz, n.event_source, n.event_id,
               n.raw::jsonb, p.deleted_at, p.deleted_by
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
          as n (id, project, inner_id, is_labeled, data, meta, created_at, updated_at, event_source, event_id, raw)
        left join oceanid.project p on p.id = n.project::bigint
        order by n.id::bigint
        on conflict (id) do update set
          project = excluded.project, inner_id = excluded.inner_id, is_labeled = excluded.is_labeled,
          data = excluded.data, meta = excluded.meta, created_at = excluded.created_at,
          updated_at = excluded.updated_at, event_source = excluded.event_source, event_id = excluded.event_id,
          raw = excluded.raw,
          (deleted_at, deleted_by) = (
            select d.at, d.by
            from (values (t.deleted_at, t.deleted_by), (excluded.deleted_at, excluded.deleted_by)) as d (at, by)
            order by d.at, d.by limit 1)
        where t.updated_at is null or (excluded.updated_at, excluded.event_id) > (t.updated_at, t.event_id)
        """;

    private static final String DELETE = """
        with gone as (
          select id::bigint, project::bigint, at::timestamptz as deleted_at, event_id as deleted_by
          from unnest($1, $2, $3, $4) as n (id, project, at, event_id)
        ), marked_annotations as (
          update oceanid.annotation a set deleted_at = gone.deleted_at, deleted_by = gone.deleted_by
          from gone where a.task = gone.id
            and (a.deleted_at is null or (gone.deleted_at, gone.deleted_by) < (a.deleted_at, a.deleted_by))
        )
        insert into oceanid.task as t (id, project, deleted_at, deleted_by)
        select id, project, deleted_at, deleted_by from gone order by id
        on conflict (id) do update set
          project = coalesce(t.project, excluded.project),
          deleted_at = excluded.deleted_at, deleted_by = excluded.deleted_by
        where t.deleted_at is null or (excluded.deleted_at, excluded.deleted_by) < (t.deleted_at, t.deleted_by)
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
                    task.raw().deepCopy().remove(List.of("data", "meta")));
        }
        return Sql.run(connection, SAVE, rows);
    }

    /** Marks tasks, and the annotations that hang on them. */
    static Mono<Void> delete(Connection connection, Map<Long, Tombstone> deleted) {
        Rows rows = new Rows(4);
        deleted.forEach((id, tombstone) ->
                rows.add(id, tombstone.project(), tombstone.at(), tombstone.by().id()));
        return Sql.run(connection, DELETE, rows);
    }
}
