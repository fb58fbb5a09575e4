package io.oceanid.sink.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.sink.project.LiveProject;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row a region, as RFC 4180 has it. What is not known is an empty cell, times are UTC, labels are joined with
 * {@code |}.
 *
 * @param spreadsheet whether cells that a spreadsheet would run are to be disarmed
 */
record CsvFormat(boolean spreadsheet) implements ExportFormat {

    private static final List<String> COLUMNS = List.of(
            "project",
            "task",
            "annotation",
            "completed_by",
            "was_cancelled",
            "ground_truth",
            "updated_at",
            "region",
            "from_name",
            "to_name",
            "type",
            "labels",
            "span_start",
            "span_end",
            "text",
            "offset_mismatch",
            "x",
            "y",
            "width",
            "height",
            "score");

    /** The columns as text, in the order of the header. */
    private static final String SQL = """
        select $1::text, n.id::text, a.id::text, a.completed_by::text, a.was_cancelled::text, a.ground_truth::text,
               to_char(a.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               r.id, r.from_name, r.to_name, r.type, array_to_string(r.labels, '|'), r.span_start::text,
               r.span_end::text, r.text, r.offset_mismatch::text, r.x::text, r.y::text, r.width::text,
               r.height::text, r.score::text
        from (\
        """ + TASKS + """
        ) n
        join oceanid.annotation a on a.task = n.id and a.deleted_at is null
        join oceanid.region r on r.annotation = a.id
        order by n.id, a.id, r.ordinal
        """;

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String contentType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public int fetchSize() {
        return 256;
    }

    @Override
    public byte[] opening() {
        return CsvLine.of(COLUMNS.toArray(String[]::new)).getBytes(UTF_8);
    }

    @Override
    public byte[] write(Readable row, LiveProject project) {
        @Nullable String[] cells = new String[COLUMNS.size()];
        for (int column = 0; column < cells.length; column++) {
            cells[column] = cell(row.get(column, String.class));
        }
        return CsvLine.of(cells).getBytes(UTF_8);
    }

    private @Nullable String cell(@Nullable String value) {
        return spreadsheet && value != null ? SpreadsheetCell.disarmed(value) : value;
    }
}
