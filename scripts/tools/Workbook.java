import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook of one sheet (XLSX), row after row, so that it may be large. */
final class Workbook implements AutoCloseable {

    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private final ZipOutputStream zip;
    private int rows;

    /** @param level of compression, 0 to 9 */
    Workbook(OutputStream out, int level) throws IOException {
        this.zip = new ZipOutputStream(out);
        zip.setLevel(level);
        part("[Content_Types].xml", """
            <Types xmlns="%1$s/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="%2$s.sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="%2$s.styles+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$s.worksheet+xml"/>\
            </Types>\
            """.formatted(PACKAGE, TYPES));
        part(
                "_rels/.rels",
                relationships("<Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                        .formatted(DOCUMENT)));
        part("xl/workbook.xml", """
            <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Cargo" sheetId="1" r:id="rId1"/></sheets></workbook>\
            """.formatted(SHEETS, DOCUMENT));
        part("xl/_rels/workbook.xml.rels", relationships("""
            <Relationship Id="rId1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="rId2" Type="%1$s/styles" Target="styles.xml"/>\
            """.formatted(DOCUMENT)));
        part("xl/styles.xml", """
            <styleSheet xmlns="%s">\
            <numFmts count="2"><numFmt numFmtId="164" formatCode="0000.00"/>\
            <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
            <fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>\
            <cellStyleXfs count="1"><xf/></cellStyleXfs>\
            <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/>\
            <xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>\
            """.formatted(SHEETS));
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        write("<worksheet xmlns=\"%s\"><sheetData>".formatted(SHEETS));
    }

    /** What stands in a cell, as XML. */
    interface Cell {

        String xml(String place);
    }

    static Cell text(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return place ->
                "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>".formatted(place, escaped);
    }

    /** A number that is shown with four digits before the point and two behind it. */
    static Cell fourDigits(double number) {
        return place -> "<c r=\"%s\" s=\"1\"><v>%s</v></c>".formatted(place, number);
    }

    /** A day, counted as Excel does, that is shown as in 2024-03-01. */
    static Cell day(int number) {
        return place -> "<c r=\"%s\" s=\"2\"><v>%d</v></c>".formatted(place, number);
    }

    /** A formula and the text that it gave when the workbook was saved. */
    static Cell formula(String formula, String saved) {
        return place -> "<c r=\"%s\" t=\"str\"><f>%s</f><v>%s</v></c>".formatted(place, formula, saved);
    }

    /** Adds a row of at most 26 cells. */
    void row(Cell... cells) throws IOException {
        rows++;
        StringBuilder xml = new StringBuilder("<row r=\"").append(rows).append("\">");
        for (int i = 0; i < cells.length; i++) {
            xml.append(cells[i].xml((char) ('A' + i) + String.valueOf(rows)));
        }
        write(xml.append("</row>").toString());
    }

    private static String relationships(String each) {
        return "<Relationships xmlns=\"%s/relationships\">%s</Relationships>".formatted(PACKAGE, each);
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
        zip.closeEntry();
    }

    private void write(String xml) throws IOException {
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        write("</sheetData></worksheet>");
        zip.close();
    }
}
