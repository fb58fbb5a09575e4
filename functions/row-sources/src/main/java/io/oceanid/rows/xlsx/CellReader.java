package io.oceanid.rows.xlsx;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads cells as Excel shows them. Formulas are not looked at: what they came to is in the cell. */
final class CellReader {

    private static final Cell EMPTY = new Cell("", null);

    private final Markup xml;
    private final Workbook workbook;
    private final RichText inline;
    private final StringBuilder value = new StringBuilder();

    CellReader(Markup xml, Workbook workbook, int mostCharacters) {
        this.xml = xml;
        this.workbook = workbook;
        this.inline = new RichText(mostCharacters);
    }

    /**
     * What a cell shows.
     *
     * @param broken why that is not known; null if it is
     */
    record Cell(String text, @Nullable String broken) {}

    /** Reads the cell that the markup stands on, to its end. */
    Cell read() {
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        value.setLength(0);
        inline.clear();
        boolean inValue = false;
        boolean hasValue = false;
        boolean isFormula = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                inValue = true;
                hasValue = true;
            } else if (xml.ends("v")) {
                inValue = false;
            } else if (inValue && xml.isText()) {
                xml.appendTo(value);
            } else {
                isFormula |= xml.starts("f");
                inline.take(xml);
            }
            if (value.length() > inline.most() || inline.isTooLong()) {
                value.setLength(0);
                hasValue = false;
            }
        }
        if (inline.isTooLong()) {
            return new Cell("", "is longer than " + inline.most() + " characters");
        }
        if (isFormula && !hasValue) {
            return new Cell("", "has a formula whose value is not in the file: open it in Excel and save it");
        }
        return shown(type == null ? "n" : type, style, value.toString());
    }

    private Cell shown(String type, int style, String text) {
        return switch (type) {
            case "s" -> shared(text.strip());
            case "inlineStr" -> new Cell(inline.text(), null);
            case "str" -> new Cell(RichText.unescaped(text), null);
            case "b" -> new Cell(text.strip().equals("1") || text.strip().equals("true") ? "TRUE" : "FALSE", null);
            case "e" -> new Cell(text, null);
            case "d" -> date(style, text.strip());
            default -> text.isBlank() ? EMPTY : number(style, text.strip());
        };
    }

    private Cell shared(String index) {
        String text = index.matches("[0-9]{1,18}") ? workbook.texts().get(Long.parseLong(index)) : null;
        return text == null ? new Cell("", "refers to a text that is not in the file") : new Cell(text, null);
    }

    private Cell number(int style, String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number)
                    ? new Cell(workbook.styles().format(style).show(number, workbook.since1904()), null)
                    : new Cell(text, null);
        } catch (NumberFormatException _) {
            return new Cell("", "has a number that is none");
        }
    }

    private Cell date(int style, String text) {
        try {
            LocalDateTime day = LocalDateTime.parse(
                    text.contains("T") ? text.replace("Z", "") : text + "T00:00:00",
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            LocalDateTime epoch =
                    workbook.since1904() ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
            double days = ChronoUnit.MILLIS.between(epoch, day) / 86_400_000.0;
            return new Cell(workbook.styles().format(style).show(days, workbook.since1904()), null);
        } catch (DateTimeException _) {
            return new Cell(text, null);
        }
    }
}
