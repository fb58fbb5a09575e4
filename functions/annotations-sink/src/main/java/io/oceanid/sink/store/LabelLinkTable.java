package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.LabelLink;
import io.r2dbc.spi.Connection;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** {@code oceanid.label_link}. */
final class LabelLinkTable {

    private static final String SAVE = """
        insert into oceanid.label_link as l
          (id, project, label, from_name, title, updated_at, event_source, event_id, raw)
        select n.id::bigint, n.project::bigint, n.label::bigint, n.from_name, n.title, n.updated_at::timestamptz,
               n.event_source, n.event_id, n.raw::jsonb
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
          as n (id, project, label, from_name, title, updated_at, event_source, event_id, raw)
        order by n.id::bigint
        on conflict (id) do update set
          project = excluded.project, label = excluded.label, from_name = excluded.from_name,
          title = excluded.title, updated_at = excluded.updated_at, event_source = excluded.event_source,
          event_id = excluded.event_id, raw = excluded.raw
        where l.updated_at is null or (excluded.updated_at, excluded.event_id) > (l.updated_at, l.event_id)
        """;

    private static final String DELETE = """
        insert into oceanid.label_link as l (id, tombstone_at)
        select n.id::bigint, n.at::timestamptz from unnest($1, $2) as n (id, at)
        order by n.id::bigint
        on conflict (id) do update set tombstone_at = greatest(l.tombstone_at, excluded.tombstone_at)
        """;

    private LabelLinkTable() {}

    static Mono<Void> save(Connection connection, Collection<Saved<LabelLink>> links) {
        Rows rows = new Rows(9);
        for (Saved<LabelLink> saved : links) {
            LabelLink link = saved.state();
            rows.add(
                    link.id(),
                    link.project(),
                    link.label(),
                    link.fromName(),
                    link.title(),
                    saved.updatedAt(),
                    saved.by().source(),
                    saved.by().id(),
                    link.raw());
        }
        return Sql.run(connection, SAVE, rows);
    }

    static Mono<Void> delete(Connection connection, Map<Long, Tombstone> deleted) {
        Rows rows = new Rows(2);
        deleted.forEach((id, tombstone) -> rows.add(id, tombstone.at()));
        return Sql.run(connection, DELETE, rows);
    }
}
