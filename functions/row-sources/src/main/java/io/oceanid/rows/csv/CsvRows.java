package io.oceanid.rows.csv;

import io.oceanid.rows.Columns;
import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import io.oceanid.rows.Source;
import io.oceanid.rows.lines.Line;
import io.oceanid.rows.lines.Lines;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table of separated values. Empty lines are left out. */
public final class CsvRows implements Rows {

    private final Source source;
    private final Lines lines;
    private final CsvRecords records;
    private final Columns columns;
    private @Nullable CsvRecord pending;

    private CsvRows(Source source, Lines lines, CsvRecords records, Columns columns, @Nullable CsvRecord pending) {
        this.source = source;
        this.lines = lines;
        this.records = records;
        this.columns = columns;
        this.pending = pending;
    }

    /**
     * Reads the header.
     *
     * @throws io.oceanid.rows.UnreadableSourceException if it is not right
     */
    public static Rows open(Source source) throws IOException {
        Source encoded = Lines.encoded(source);
        Lines lines = Lines.open(encoded, source.limits().rowCharacters());
        try {
            CsvRecords records = new CsvRecords(lines, separator(encoded, lines), source);
            CsvRecord first = records.next();
            if (first == null) {
                throw source.unreadable("is empty");
            }
            if (first.broken() != null) {
                throw source.unreadable("the first row cannot be read: " + first.broken());
            }
            List<String> required = source.options().columns();
            return source.options().header()
                    ? new CsvRows(source, lines, records, Columns.named(first.fields(), source.name(), required), null)
                    : new CsvRows(
                            source,
                            lines,
                            records,
                            Columns.numbered(first.fields().size(), source.name(), required),
                            first);
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private static char separator(Source source, Lines lines) throws IOException {
        Line first = lines.next();
        Character said = Separator.said(first);
        if (said == null && first != null) {
            lines.back(List.of(first));
        }
        Character chosen = source.options().separator();
        if (chosen != null) {
            return chosen;
        }
        return said != null ? said : Separator.of(source);
    }

    @Override
    public @Nullable Reading next() throws IOException {
        CsvRecord row = pending == null ? records.next() : pending;
        pending = null;
        if (row == null) {
            return null;
        }
        Place place = new Place(source.name(), row.line());
        String broken = row.broken();
        return broken == null ? columns.row(place, row.fields()) : new Reading.Broken(place, broken);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
