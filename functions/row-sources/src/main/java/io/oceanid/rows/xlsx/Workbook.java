package io.oceanid.rows.xlsx;

import io.oceanid.rows.Source;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workbook: its sheets, and what their cells refer to. */
record Workbook(Archive archive, List<Sheet> sheets, boolean since1904, Styles styles, SharedTexts texts)
        implements Closeable {

    /** A sheet with cells. */
    record Sheet(String name, String part) {}

    static Workbook open(Source source) throws IOException {
        Archive archive = Archive.open(source);
        try {
            return read(archive, source);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static Workbook read(Archive archive, Source source) throws IOException {
        if (!archive.has("[Content_Types].xml") || !archive.has("_rels/.rels")) {
            throw source.unreadable("is an archive but no workbook: unpack it first");
        }
        String part = Relationships.of(archive, "").first("officeDocument");
        if (part == null || !part.endsWith(".xml") || !part.contains("workbook")) {
            throw source.unreadable("is no workbook of the kind .xlsx");
        }
        Relationships parts = Relationships.of(archive, part);
        List<Sheet> sheets = new ArrayList<>();
        boolean since1904 = false;
        try (Markup xml = archive.needed(part)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    since1904 = xml.isTrue("date1904");
                } else if (xml.starts("sheet")) {
                    add(sheets, xml.attribute("name"), parts.get(xml.relationship()));
                }
            }
        }
        Styles styles = Styles.of(archive, parts.first("styles"), source);
        return new Workbook(
                archive, sheets, since1904, styles, SharedTexts.of(archive, parts.first("sharedStrings"), source));
    }

    private static void add(List<Sheet> sheets, @Nullable String name, Relationships.@Nullable Target target) {
        if (name != null && target != null && target.type().equals("worksheet")) {
            sheets.add(new Sheet(name, target.part()));
        }
    }

    @Override
    public void close() throws IOException {
        texts.close();
        archive.close();
    }
}
