import java.sql.SQLException;

/**
 * Annotations in the sink's tables, as events would have left them: each with an event in the inbox, a task, one span and its
 * provenance. What is large in a real one (texts, raw JSON, names of events) is small here.
 */
final class AnnotationRows {

    /** The id before the first. */
    private static final long BEFORE = 1_000_000_000_000_000_000L;

    private static final String SOURCE = "http://filled";

    private static final long A_STATEMENT = 100_000;

    private static final String[] INSERTS = {
        """
        insert into oceanid.inbox (source, id, type, subject, time, digest, mended, origin)
        select '$source', 'annotations-' || n, '$type', 'annotations/' || n,
               '2026-01-01'::timestamptz, sha256(n::text::bytea), false, 'event'
        from generate_series($from, $to) as n""",
        """
        insert into oceanid.task
          (id, project, inner_id, is_labeled, data, meta, created_at, updated_at, event_source, event_id, raw)
        select n, n % 100, 1, true, jsonb_build_object('text', 'MV NORTHERN STAR at Santos, ' || n), '{}',
               '2026-01-01', '2026-01-01', '$source', 'annotations-' || n, '{}'
        from generate_series($from, $to) as n""",
        """
        insert into oceanid.annotation
          (id, project, task, completed_by, updated_by, was_cancelled, ground_truth, lead_time, created_at, updated_at,
           event_source, event_id, raw)
        select n, n % 100, n, 1, 1, false, false, 12.345, '2026-01-01', '2026-01-01', '$source',
               'annotations-' || n, '{}'
        from generate_series($from, $to) as n""",
        """
        insert into oceanid.region
          (annotation, ordinal, id, from_name, to_name, type, labels, span_start, span_end, text, offset_mismatch, origin, raw)
        select n, 0, 'r1', 'label', 'text', 'labels', '{VESSEL}', 3, 16, 'NORTHERN STAR', false, 'manual', '{}'
        from generate_series($from, $to) as n""",
        """
        insert into oceanid.annotation_event (annotation, event_source, event_id, updated_at, effect)
        select n, '$source', 'annotations-' || n, '2026-01-01', 'set'
        from generate_series($from, $to) as n"""
    };

    private final Sql sql;
    private long last = BEFORE;

    AnnotationRows(Sql sql) throws SQLException {
        this.sql = sql;
        sql.run("insert into oceanid.project (id, title, updated_at) select n, 'p' || n, '2026-01-01'"
                + " from generate_series(0, 99) as n");
    }

    /** Adds so many, and leaves the tables as they are after some time: no longer new to PostgreSQL. */
    void add(long annotations) throws SQLException {
        // a crash would only cost a repetition
        sql.run("set synchronous_commit = off");
        for (long left = annotations; left > 0; left -= A_STATEMENT) {
            long to = last + Math.min(left, A_STATEMENT);
            for (String insert : INSERTS) {
                sql.run(insert.replace("$source", SOURCE)
                        .replace("$type", AnnotationEvents.TYPE)
                        .replace("$from", String.valueOf(last + 1))
                        .replace("$to", String.valueOf(to)));
            }
            last = to;
        }
        for (String table : new String[] {"inbox", "project", "task", "annotation", "region", "annotation_event"}) {
            sql.run("vacuum (analyze) oceanid." + table);
        }
    }

    /** The id of one of them by a number, which may be any. */
    long id(long number) {
        return BEFORE + 1 + Math.floorMod(number, last - BEFORE);
    }

    static long count(Sql sql) throws SQLException {
        return sql.number("select count(*) from oceanid.annotation");
    }
}
