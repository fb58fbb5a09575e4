package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.LabelStudioEvent.AnnotationsDeleted;
import io.oceanid.events.labelstudio.LabelStudioEvent.AnnotationsSaved;
import io.oceanid.events.labelstudio.LabelStudioEvent.ProjectDeleted;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksDeleted;
import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@code oceanid.annotation_event} and {@code oceanid.deletion_event}: which events name an annotation, or delete what it
 * hangs on. The deletion of a task or a project is one row however many annotations it takes along, those yet to come too.
 */
final class ProvenanceTable {

    /**
     * Runs after all effects of its transaction, so that the tables say what an event did: it set the state that bears
     * its name, or the tombstone that bears its time.
     */
    private static final String INSERT = """
        with named as (
          select n.entity, n.id::bigint, n.event_source, n.event_id, n.updated_at::timestamptz, n.at::timestamptz
          from unnest($1, $2, $3, $4, $5, $6) as n (entity, id, event_source, event_id, updated_at, at)
        ), deletions as (
          insert into oceanid.deletion_event (entity, id, event_source, event_id, at, effect)
          select n.entity, n.id, n.event_source, n.event_id, n.at,
                 case when n.at >= case n.entity
                                     when 'task' then (select t.tombstone_at from oceanid.task t where t.id = n.id)
                                     else (select p.tombstone_at from oceanid.project p where p.id = n.id) end
                      then 'deleted' else 'stale' end
          from named n
          where n.entity <> 'annotation'
          order by n.entity, n.id, n.event_source, n.event_id
          on conflict do nothing
        )
        insert into oceanid.annotation_event (annotation, event_source, event_id, updated_at, effect)
        select n.id, n.event_source, n.event_id, n.updated_at,
               case when n.updated_at is null then case when n.at >= a.tombstone_at then 'deleted' else 'stale' end
                    when (a.event_source, a.event_id) = (n.event_source, n.event_id) then 'set'
                    else 'stale' end
        from named n
        cross join lateral (select * from oceanid.annotation where id = n.id limit 1) a
        where n.entity = 'annotation'
        order by n.id, n.event_source, n.event_id
        on conflict do nothing
        """;

    private ProvenanceTable() {}

    /** Records what events touched. */
    static Mono<Void> insert(Connection connection, Collection<Arrival.Event> fresh) {
        Rows rows = new Rows(6);
        for (Arrival.Event event : fresh) {
            switch (event.content()) {
                case AnnotationsSaved saved ->
                    saved.annotations()
                            .forEach(annotation ->
                                    add(rows, "annotation", annotation.id(), event, annotation.updatedAt()));
                case AnnotationsDeleted deleted ->
                    deleted.ids().forEach(id -> add(rows, "annotation", id, event, null));
                case TasksDeleted deleted -> deleted.ids().forEach(id -> add(rows, "task", id, event, null));
                case ProjectDeleted deleted -> add(rows, "project", deleted.id(), event, null);
                default -> {}
            }
        }
        return Sql.run(connection, INSERT, rows);
    }

    private static void add(Rows rows, String entity, long id, Arrival.Event event, @Nullable Instant updatedAt) {
        rows.add(entity, id, event.ref().source(), event.ref().id(), updatedAt, event.time());
    }
}
