package io.oceanid.sink.store;

import io.r2dbc.spi.Connection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** {@code oceanid.project}. */
final class ProjectTable {

    /**
     * Every event of a project names its state: one that is known already takes no lock, so that groups need not wait for
     * each other. Of several of one time the greatest by PostgreSQL's order of JSON holds, whichever came first.
     */
    private static final String SAVE = """
        insert into oceanid.project as p
          (id, title, label_config, created_at, updated_at, event_source, event_id, raw)
        select distinct on (n.id::bigint)
               n.id::bigint, n.title, n.label_config, n.created_at::timestamptz, n.updated_at::timestamptz,
               n.event_source, n.event_id, n.raw::jsonb
        from unnest($1, $2, $3, $4, $5, $6, $7, $8)
          as n (id, title, label_config, created_at, updated_at, event_source, event_id, raw)
        where coalesce((select (n.updated_at::timestamptz, n.raw::jsonb) > (o.updated_at, o.raw)
                        from oceanid.project o where o.id = n.id::bigint), true)
        order by n.id::bigint, n.updated_at::timestamptz desc, n.raw::jsonb desc
        on conflict (id) do update set
          title = excluded.title, label_config = excluded.label_config, created_at = excluded.created_at,
          updated_at = excluded.updated_at, event_source = excluded.event_source, event_id = excluded.event_id,
          raw = excluded.raw
        where p.updated_at is null or (excluded.updated_at, excluded.raw) > (p.updated_at, p.raw)
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

    static Mono<Void> save(Connection connection, ProjectStates projects) {
        Rows rows = new Rows(8);
        projects.all()
                .forEach(saved -> rows.add(
                        saved.state().id(),
                        saved.state().title(),
                        saved.state().labelConfig(),
                        saved.state().createdAt(),
                        saved.updatedAt(),
                        saved.by().source(),
                        saved.by().id(),
                        saved.state().raw()));
        return Sql.run(connection, SAVE, rows);
    }

    /** Marks projects, and the tasks and annotations that hang on them. */
    static Mono<Void> delete(Connection connection, Map<Long, Tombstone> deleted) {
        Rows rows = new Rows(2);
        deleted.forEach((id, tombstone) -> rows.add(id, tombstone.at()));
        return Sql.run(connection, DELETE, rows);
    }
}
