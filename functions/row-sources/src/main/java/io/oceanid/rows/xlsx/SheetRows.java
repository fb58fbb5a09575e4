package io.oceanid.rows.xlsx;

import io.oceanid.rows.Source;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet that are not empty, one after another. */
final class SheetRows implements Closeable {

    /** Excel has no more columns. */
    private static final int MOST_COLUMNS = 16_384;

    private final Markup xml;
    private final CellReader cell;
    private final int mostCharacters;
    private long number;

    private List<String> cells = new ArrayList<>();
    private int characters;
    private @Nullable String broken;

    private SheetRows(Markup xml, CellReader cell, int mostCharacters) {
        this.xml = xml;
        this.cell = cell;
        this.mostCharacters = mostCharacters;
    }

    static SheetRows of(Workbook workbook, Workbook.Sheet sheet, Source source) throws IOException {
        Markup xml = workbook.archive().needed(sheet.part());
        int most = source.limits().rowCharacters();
        return new SheetRows(xml, new CellReader(xml, workbook, most), most);
    }

    /** The next row, null at the end. */
    @Nullable
    SheetRow next() {
        while (xml.next()) {
            if (xml.starts("row")) {
                number = rowNumber();
                SheetRow row = row();
                if (row.broken() != null || !row.cells().isEmpty()) {
                    return row;
                }
            }
        }
        return null;
    }

    private long rowNumber() {
        String said = xml.attribute("r");
        return said != null && said.matches("[0-9]{1,9}") ? Long.parseLong(said) : number + 1;
    }

    private SheetRow row() {
        cells = new ArrayList<>();
        characters = 0;
        broken = null;
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                column = column(xml.attribute("r"), column + 1);
                put(column, cell.read());
            }
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return new SheetRow(number, cells, broken);
    }

    private void put(int column, CellReader.Cell read) {
        if (read.broken() != null && broken == null) {
            broken = "column " + (column + 1) + " " + read.broken();
        }
        characters += read.text().length();
        if (column >= MOST_COLUMNS) {
            broken = "more than " + MOST_COLUMNS + " columns";
        } else if (characters > mostCharacters) {
            broken = "longer than " + mostCharacters + " characters";
            cells.clear();
        } else if (!read.text().isEmpty()) {
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, read.text());
        }
    }

    /** The column of a reference such as {@code BC12}, from 0. */
    private static int column(@Nullable String reference, int otherwise) {
        int column = 0;
        for (int i = 0; reference != null && i < reference.length(); i++) {
            int letter = reference.charAt(i) & ~0x20;
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = Math.min(MOST_COLUMNS + 1, column * 26 + letter - 'A' + 1);
        }
        return column == 0 ? otherwise : column - 1;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
