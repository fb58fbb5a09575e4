package io.oceanid.sink.store;

import io.oceanid.events.labelstudio.Annotation;
import io.oceanid.sink.store.Changes.AnnotationInContext;
import io.r2dbc.spi.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code oceanid.annotation}. */
final class AnnotationTable {

    /**
     * Saves the states that are newer, marked where their task or project is gone already. A row that was there before has
     * an {@code xmax}: it was locked to be updated.
     */
    private static final String SAVE = """
        insert into oceanid.annotation as a
          (id, project, task, unique_id, completed_by, updated_by, was_cancelled, ground_truth, lead_time,
           parent_prediction, parent_annotation, created_at, updated_at, event_source, event_id, raw,
           inherited_at)
        select n.id::bigint, n.project::bigint, n.task::bigint, n.unique_id, n.completed_by::bigint,
               n.updated_by::bigint, n.was_cancelled::boolean, n.ground_truth::boolean,
               n.lead_time::double precision, n.parent_prediction::bigint, n.parent_annotation::bigint,
               n.created_at::timestamptz, n.updated_at::timestamptz, n.event_source, n.event_id, n.raw::jsonb,
               greatest((select t.tombstone_at from oceanid.task t where t.id = n.task::bigint),
                        (select p.tombstone_at from oceanid.project p where p.id = n.project::bigint))
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
          as n (id, project, task, unique_id, completed_by, updated_by, was_cancelled, ground_truth, lead_time,
                parent_prediction, parent_annotation, created_at, updated_at, event_source, event_id, raw)
        order by n.id::bigint
        on conflict (id) do update set
          project = excluded.project, task = excluded.task,
          -- Label Studio's API keeps it to itself
          unique_id = case when a.created_at = excluded.created_at
                           then coalesce(excluded.unique_id, a.unique_id) else excluded.unique_id end,
          completed_by = excluded.completed_by, updated_by = excluded.updated_by,
          was_cancelled = excluded.was_cancelled, ground_truth = excluded.ground_truth,
          lead_time = excluded.lead_time, parent_prediction = excluded.parent_prediction,
          parent_annotation = excluded.parent_annotation, created_at = excluded.created_at,
          updated_at = excluded.updated_at, event_source = excluded.event_source,
          event_id = excluded.event_id, raw = excluded.raw, inherited_at = excluded.inherited_at
        where a.updated_at is null or (excluded.updated_at, excluded.event_id) > (a.updated_at, a.event_id)
        returning id, xmax <> 0
        """;

    /**
     * A statement of its own: one that waited for another transaction's lock does not see the rows that the other
     * inserted meanwhile, only those after it do.
     */
    private static final String CLEAR = """
        with relations as (
          delete from oceanid.relation where annotation in (select id::bigint from unnest($1) as n (id))
        )
        delete from oceanid.region where annotation in (select id::bigint from unnest($1) as n (id))
        """;

    private static final String DELETE = """
        insert into oceanid.annotation as a (id, project, tombstone_at, inherited_at)
        select n.id::bigint, n.project::bigint, n.at::timestamptz, p.tombstone_at
        from unnest($1, $2, $3) as n (id, project, at)
        left join oceanid.project p on p.id = n.project::bigint
        order by n.id::bigint
        on conflict (id) do update set
          project = coalesce(a.project, excluded.project),
          tombstone_at = greatest(a.tombstone_at, excluded.tombstone_at),
          inherited_at = case when a.updated_at is null then greatest(a.inherited_at, excluded.inherited_at)
                              else a.inherited_at end
        """;

    private AnnotationTable() {}

    /** Answers those whose state was newer than what the table had: their regions and relations are to be inserted. */
    static Mono<List<Newer>> save(Connection connection, Collection<Saved<AnnotationInContext>> annotations) {
        Rows rows = new Rows(16);
        for (Saved<AnnotationInContext> saved : annotations) {
            Annotation annotation = saved.state().annotation();
            rows.add(
                    annotation.id(),
                    annotation.project(),
                    annotation.task(),
                    annotation.uniqueId(),
                    annotation.completedBy(),
                    annotation.updatedBy(),
                    annotation.wasCancelled(),
                    annotation.groundTruth(),
                    annotation.leadTime(),
                    annotation.parentPrediction(),
                    annotation.parentAnnotation(),
                    annotation.createdAt(),
                    saved.updatedAt(),
                    saved.by().source(),
                    saved.by().id(),
                    raw(annotation));
        }
        return Sql.query(
                        connection,
                        SAVE,
                        rows,
                        row -> new Newer(Sql.required(row, 0, Long.class), Sql.required(row, 1, Boolean.class)))
                .collectList();
    }

    /** Takes away the regions and relations of the states that others have replaced. */
    static Mono<Void> clear(Connection connection, List<Newer> saved) {
        Rows rows = new Rows(1);
        saved.stream().filter(Newer::replaces).forEach(newer -> rows.add(newer.id()));
        return Sql.run(connection, CLEAR, rows);
    }

    /** A state that was saved, and whether there was one before it. */
    record Newer(long id, boolean replaces) {}

    /** Less a result that is in other tables: one that is no array has neither regions nor relations. */
    private static ObjectNode raw(Annotation annotation) {
        return annotation.result().isArray() ? Rows.without(annotation.raw(), "result") : annotation.raw();
    }

    static Mono<Void> delete(Connection connection, Map<Long, Tombstone> deleted) {
        Rows rows = new Rows(3);
        deleted.forEach((id, tombstone) -> rows.add(id, tombstone.project(), tombstone.at()));
        return Sql.run(connection, DELETE, rows);
    }
}
