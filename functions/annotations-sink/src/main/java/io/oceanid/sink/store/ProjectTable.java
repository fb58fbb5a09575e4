package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.Project;
import io.r2dbc.spi.Connection;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** {@code oceanid.project}. */
final class ProjectTable {

    private static final String SAVE = """
        insert into oceanid.project as p
          (id, title, label_config, created_at, updated_at, event_source, event_id, raw)
        select n.id::bigint, n.title, n.label_config, n.created_at::timestamptz, n.updated_at::timestamptz,
               n.event_source, n.event_id, n.raw::jsonb
        from unnest($1, $2, $3, $4, $5, $6, $7, $8)
          as n (id, title, label_config, created_at, updated_at, event_source, event_id, raw)
        -- keeps a state that is not newer from so much as locking the row, which every event of a project names
        left join oceanid.project o on o.id = n.id::bigint
        where o.updated_at is null or (n.updated_at::timestamptz, n.event_id) > (o.updated_at, o.event_id)
        order by n.id::bigint
        on conflict (id) do update set
          title = excluded.title, label_config = excluded.label_config, created_at = excluded.created_at,
          updated_at = excluded.updated_at, event_source = excluded.event_source, event_id = excluded.event_id,
          raw = excluded.raw
        where p.updated_at is null or (excluded.updated_at, excluded.event_id) > (p.updated_at, p.event_id)
        """;

    private static final String DELETE = """
        with gone as (
          select id::bigint, at::timestamptz from unnest($1, $2) as n (id, at)
        ), marked_tasks as (
          update oceanid.task t set inherited_at = greatest(t.inherited_at, gone.at)
          from gone where t.project = gone.id
        ), marked_annotations as (
          update oceanid.annotation a set inherited_at = greatest(a.inherited_at, gone.at)
          from gone where a.project = gone.id
        )
        insert into oceanid.project as p (id, tombstone_at)
        select id, at from gone order by id
        on conflict (id) do update set tombstone_at = greatest(p.tombstone_at, excluded.tombstone_at)
        """;

    private ProjectTable() {}

    static Mono<Void> save(Connection connection, Collection<Saved<Project>> projects) {
        Rows rows = new Rows(8);
        for (Saved<Project> saved : projects) {
            Project project = saved.state();
            rows.add(
                    project.id(),
                    project.title(),
                    project.labelConfig(),
                    project.createdAt(),
                    saved.updatedAt(),
                    saved.by().source(),
                    saved.by().id(),
                    project.raw());
        }
        return Sql.run(connection, SAVE, rows);
    }

    /** Marks projects, and the tasks and annotations that hang on them. */
    static Mono<Void> delete(Connection connection, Map<Long, Tombstone> deleted) {
        Rows rows = new Rows(2);
        deleted.forEach((id, tombstone) -> rows.add(id, tombstone.at()));
        return Sql.run(connection, DELETE, rows);
    }
}
