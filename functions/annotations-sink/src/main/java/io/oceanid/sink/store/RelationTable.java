package io.oceanid.sink.store;

import io.oceanid.sink.region.Relation;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** {@code oceanid.relation}. */
final class RelationTable {

    private static final String INSERT = """
        insert into oceanid.relation (annotation, ordinal, from_id, to_id, direction, labels, raw)
        select annotation::bigint, ordinal::integer, from_id, to_id, direction, labels::text[], raw::jsonb
        from unnest($1, $2, $3, $4, $5, $6, $7)
          as n (annotation, ordinal, from_id, to_id, direction, labels, raw)
        """;

    private RelationTable() {}

    /** @param relations by the id of their annotation, which has none in the table */
    static Mono<Void> insert(Connection connection, Map<Long, List<Relation>> relations) {
        Rows rows = new Rows(7);
        relations.forEach((annotation, its) -> its.forEach(relation -> rows.add(
                annotation,
                relation.ordinal(),
                relation.fromId(),
                relation.toId(),
                relation.direction(),
                relation.labels(),
                relation.raw())));
        return Sql.run(connection, INSERT, rows);
    }
}
