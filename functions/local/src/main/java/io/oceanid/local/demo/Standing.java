package io.oceanid.local.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What stands in one of the sink's tables, for people to read.
 *
 * @param table whose rows it shows
 */
record Standing(String table, String query) {

    /** More rows than that nobody reads. */
    private static final int ROWS = 60;

    private static final Set<Integer> NUMBERS =
            Set.of(Types.INTEGER, Types.BIGINT, Types.SMALLINT, Types.NUMERIC, Types.DOUBLE, Types.REAL);

    static final List<Standing> ALL = List.of(
            new Standing("project", """
                select id, title, to_char(updated_at, 'YYYY-MM-DD HH24:MI:SS') as updated,
                  case when deleted_at is not null then 'deleted' end as state
                from oceanid.project order by id\
                """),
            new Standing("task", """
                select id, project, coalesce(data->>'document', '') as document,
                  coalesce(data->>'text', data->>'image', data::text) as data,
                  case when deleted_at is not null then 'deleted' end as state
                from oceanid.task order by id\
                """),
            new Standing("annotation", """
                select id, project, task, completed_by as by, parent_prediction as prediction, lead_time as seconds,
                  to_char(updated_at, 'HH24:MI:SS') as updated,
                  (select count(*) from oceanid.region r where r.annotation = a.id) as regions,
                  concat_ws(', ', case when deleted_at is not null then 'deleted' end,
                    case when was_cancelled then 'skipped' end,
                    case when ground_truth then 'ground truth' end) as state
                from oceanid.annotation a order by id\
                """),
            new Standing("region", """
                select annotation, type, array_to_string(labels, ', ') as labels,
                  coalesce(span_start || '–' || span_end,
                    round(x::numeric, 2) || ', ' || round(y::numeric, 2) || '  ' || round(width::numeric, 2) || ' × '
                    || round(height::numeric, 2)) as place,
                  text, score, case when offset_mismatch then 'text and offsets disagree' end as mark
                from oceanid.region order by annotation, ordinal\
                """),
            new Standing("relation", """
                select annotation, from_id, array_to_string(labels, ', ') as labels, to_id
                from oceanid.relation order by annotation, ordinal\
                """),
            new Standing(
                    "inbox",
                    "select type, count(*) as events from oceanid.inbox group by type order by count(*) desc, type"),
            new Standing("quarantine", """
                select reason, event_type as type, length(bytes) as bytes
                from oceanid.quarantine order by received_at, digest\
                """));

    Table read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            ResultSetMetaData meta = result.getMetaData();
            List<Table.Column> columns = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(new Table.Column(meta.getColumnLabel(i), NUMBERS.contains(meta.getColumnType(i))));
            }
            List<List<String>> rows = new ArrayList<>();
            int all = 0;
            for (; result.next(); all++) {
                if (all < ROWS) {
                    rows.add(row(result, columns.size()));
                }
            }
            return new Table(all > ROWS ? table + ", " + ROWS + " rows of " + all : table, columns, rows);
        }
    }

    private static List<String> row(ResultSet result, int columns) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            row.add(Objects.requireNonNullElse(result.getString(i), ""));
        }
        return row;
    }
}
