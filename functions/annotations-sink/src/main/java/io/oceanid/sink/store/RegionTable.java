package io.oceanid.sink.store;

import io.oceanid.sink.region.Box;
import io.oceanid.sink.region.Region;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@code oceanid.region}. */
final class RegionTable {

    private static final String INSERT = """
        insert into oceanid.region
          (annotation, ordinal, id, from_name, to_name, type, labels, span_start, span_end, text, offset_mismatch,
           x, y, width, height, rotation, original_width, original_height, start_time, end_time, score, origin,
           parent_id, item_index, raw)
        select annotation::bigint, ordinal::integer, id, from_name, to_name, type, labels::text[],
               span_start::integer, span_end::integer, text, offset_mismatch::boolean, x::double precision,
               y::double precision, width::double precision, height::double precision, rotation::double precision,
               original_width::integer, original_height::integer, start_time::double precision,
               end_time::double precision, score::double precision, origin, parent_id, item_index::integer,
               raw::jsonb
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                    $21, $22, $23, $24, $25)
          as n (annotation, ordinal, id, from_name, to_name, type, labels, span_start, span_end, text,
                offset_mismatch, x, y, width, height, rotation, original_width, original_height, start_time,
                end_time, score, origin, parent_id, item_index, raw)
        """;

    private static final Box NO_BOX = new Box(null, null, null, null, null, null, null);

    private RegionTable() {}

    /** @param regions by the id of their annotation, which has none in the table */
    static Mono<Void> insert(Connection connection, Map<Long, List<Region>> regions) {
        Rows rows = new Rows(25);
        regions.forEach((annotation, its) -> its.forEach(region -> add(rows, annotation, region)));
        return Sql.run(connection, INSERT, rows);
    }

    private static void add(Rows rows, long annotation, Region region) {
        @Nullable Box known = region.box();
        Box box = known == null ? NO_BOX : known;
        rows.add(
                annotation,
                region.ordinal(),
                region.id(),
                region.fromName(),
                region.toName(),
                region.type(),
                region.labels(),
                region.spanStart(),
                region.spanEnd(),
                region.text(),
                region.offsetMismatch(),
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                box.rotation(),
                box.originalWidth(),
                box.originalHeight(),
                region.startTime(),
                region.endTime(),
                region.score(),
                region.origin(),
                region.parentId(),
                region.itemIndex(),
                region.raw());
    }
}
