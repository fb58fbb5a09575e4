package io.oceanid.sink.reconcile;

import io.oceanid.events.labelstudio.Annotation;
import io.oceanid.sink.store.Rows;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** States of annotations against {@code oceanid.annotation} and the regions and relations that hang on it. */
record AnnotationComparison(Database database) {

    /**
     * States of one time are compared item by item: Label Studio renames labels, and takes the mark of a ground truth
     * from one annotation when another gets it, without moving {@code updated_at}.
     */
    private static final String SQL = """
        select n.id::bigint,
               case
                 when a.id is null then 'MISSING'
                 when greatest(a.tombstone_at, a.inherited_at) >= coalesce(n.created_at::timestamptz, '-infinity')
                   then 'BURIED'
                 when a.updated_at is null or a.created_at < n.created_at::timestamptz then 'MISSING'
                 when a.updated_at > n.updated_at::timestamptz then 'SAME'
                 when a.updated_at < n.updated_at::timestamptz then 'OUTDATED'
                 when (a.project, a.task, a.completed_by, a.was_cancelled, a.ground_truth, a.lead_time,
                       a.parent_prediction, a.parent_annotation)
                      is distinct from
                      (n.project::bigint, n.task::bigint, n.completed_by::bigint, n.was_cancelled::boolean,
                       n.ground_truth::boolean, n.lead_time::double precision, n.parent_prediction::bigint,
                       n.parent_annotation::bigint)
                   then 'OUTDATED'
                 when (select coalesce(jsonb_agg(item.raw order by item.ordinal), a.raw -> 'result', '[]')
                       from (
                         select ordinal, raw from oceanid.region where annotation = a.id
                         union all
                         select ordinal, raw from oceanid.relation where annotation = a.id) item)
                      is distinct from n.result::jsonb
                   then 'OUTDATED'
                 else 'SAME'
               end,
               coalesce(a.updated_at = n.updated_at::timestamptz, false),
               null
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
          as n (id, project, task, completed_by, was_cancelled, ground_truth, lead_time, parent_prediction,
                parent_annotation, created_at, updated_at, result)
        left join oceanid.annotation a on a.id = n.id::bigint
        """;

    Mono<Map<Long, Finding>> of(Collection<Annotation> annotations) {
        Rows rows = new Rows(12);
        for (Annotation annotation : annotations) {
            rows.add(
                    annotation.id(),
                    annotation.project(),
                    annotation.task(),
                    annotation.completedBy(),
                    annotation.wasCancelled(),
                    annotation.groundTruth(),
                    annotation.leadTime(),
                    annotation.parentPrediction(),
                    annotation.parentAnnotation(),
                    annotation.createdAt(),
                    annotation.updatedAt(),
                    annotation.result());
        }
        return TaskComparison.findings(database, SQL, rows);
    }
}
