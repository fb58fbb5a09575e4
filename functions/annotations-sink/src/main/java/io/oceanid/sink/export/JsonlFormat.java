package io.oceanid.sink.export;

import io.oceanid.sink.project.LiveProject;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Objects;

/**
 * A line a task, as Label Studio's own export to JSON has it: with all annotations of the task that are not deleted,
 * skipped ones too. PostgreSQL puts the line together; it goes out as it comes.
 *
 * <p>Of a task that is known by its annotations alone, {@code data} is null. {@code predictions} and {@code drafts} are
 * empty: no webhook tells of them.
 */
record JsonlFormat() implements ExportFormat {

    /** The counts are those of the annotations in the line: a task does not tell anew when one of them is deleted. */
    private static final String SQL = """
        select '{"inner_id": null, "meta": null, "created_at": null, "updated_at": null}'::jsonb
            || coalesce(t.raw - '{is_labeled,overlap,precomputed_agreement,file_upload}'::text[], '{}')
            || jsonb_build_object(
                 'id', n.id, 'project', $1, 'data', t.data, 'meta', t.meta, 'drafts', '[]'::jsonb,
                 'predictions', '[]'::jsonb, 'annotations', its.annotations, 'total_annotations', its.total,
                 'cancelled_annotations', its.cancelled)
        from (\
        """ + TASKS + """
        ) n
        left join oceanid.task t on t.id = n.id
        cross join lateral (
          select
            coalesce(
              jsonb_agg(
                a.raw || jsonb_build_object('result', coalesce(items.result, a.raw -> 'result', '[]'))
                order by a.id),
              '[]') as annotations,
            count(*) filter (where not a.was_cancelled) as total,
            count(*) filter (where a.was_cancelled) as cancelled
          from oceanid.annotation a
          cross join lateral (
            select jsonb_agg(item.raw order by item.ordinal) as result
            from (
              select ordinal, raw from oceanid.region where annotation = a.id
              union all
              select ordinal, raw from oceanid.relation where annotation = a.id) item) items
          where a.task = n.id and a.deleted_at is null) its
        order by n.id
        """;

    @Override
    public String ending() {
        return "jsonl";
    }

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public int fetchSize() {
        return 16;
    }

    @Override
    public byte[] opening() {
        return new byte[0];
    }

    @Override
    public byte[] write(Readable row, LiveProject project) {
        byte[] json = Objects.requireNonNull(row.get(0, byte[].class));
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
