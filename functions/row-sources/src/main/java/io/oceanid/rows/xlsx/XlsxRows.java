package io.oceanid.rows.xlsx;

import io.oceanid.rows.Columns;
import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import io.oceanid.rows.Source;
import io.oceanid.rows.UnreadableSourceException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's sheets, one sheet after another. The first row of a sheet that is not empty is its header;
 * empty rows and sheets are left out, hidden ones are not.
 */
public final class XlsxRows implements Rows {

    private final Source source;
    private final Workbook workbook;
    private final Deque<Workbook.Sheet> left = new ArrayDeque<>();
    private @Nullable Table table;

    private XlsxRows(Source source, Workbook workbook) {
        this.source = source;
        this.workbook = workbook;
    }

    /**
     * Reads the headers of all sheets.
     *
     * @throws io.oceanid.rows.UnreadableSourceException if one is not right, or there is no sheet of a name
     */
    public static Rows open(Source source) throws IOException {
        XlsxRows rows = new XlsxRows(source, Workbook.open(source));
        try {
            for (Workbook.Sheet sheet : rows.chosen()) {
                Table table = rows.table(sheet);
                if (table != null) {
                    table.rows.close();
                    rows.left.add(sheet);
                }
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private List<Workbook.Sheet> chosen() {
        List<String> names = source.options().sheets();
        List<String> there =
                workbook.sheets().stream().map(Workbook.Sheet::name).toList();
        for (String name : names) {
            if (!there.contains(name)) {
                throw source.unreadable("there is no sheet \"" + name + "\"; there are " + String.join(", ", there));
            }
        }
        return workbook.sheets().stream()
                .filter(sheet -> names.isEmpty() || names.contains(sheet.name()))
                .toList();
    }

    /** Opens a sheet, null if it is empty. */
    private @Nullable Table table(Workbook.Sheet sheet) throws IOException {
        SheetRows rows = SheetRows.of(workbook, sheet, source);
        try {
            String name = source.name() + ", sheet " + sheet.name();
            SheetRow first = rows.next();
            if (first == null) {
                rows.close();
                return null;
            }
            if (first.broken() != null) {
                throw new UnreadableSourceException(name + ": the first row cannot be read: " + first.broken());
            }
            List<String> required = source.options().columns();
            return source.options().header()
                    ? new Table(name, rows, Columns.named(first.cells(), name, required), null)
                    : new Table(name, rows, Columns.numbered(first.cells().size(), name, required), first);
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    @Override
    public @Nullable Reading next() throws IOException {
        while (true) {
            if (table == null) {
                Workbook.Sheet sheet = left.poll();
                if (sheet == null) {
                    return null;
                }
                table = table(sheet);
            }
            Reading reading = table == null ? null : table.next();
            if (reading != null) {
                return reading;
            }
            closeTable();
        }
    }

    private void closeTable() throws IOException {
        if (table != null) {
            table.rows.close();
            table = null;
        }
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            closeTable();
        }
    }

    /** A sheet under its header. */
    private static final class Table {

        private final String name;
        private final SheetRows rows;
        private final Columns columns;
        private @Nullable SheetRow pending;

        private Table(String name, SheetRows rows, Columns columns, @Nullable SheetRow pending) {
            this.name = name;
            this.rows = rows;
            this.columns = columns;
            this.pending = pending;
        }

        @Nullable
        Reading next() {
            SheetRow row = pending == null ? rows.next() : pending;
            pending = null;
            if (row == null) {
                return null;
            }
            Place place = new Place(name, row.number());
            String broken = row.broken();
            if (broken != null) {
                return new Reading.Broken(place, broken);
            }
            List<String> cells = new ArrayList<>(row.cells());
            while (cells.size() < columns.count()) {
                cells.add("");
            }
            return columns.row(place, cells);
        }
    }
}
