package io.oceanid.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose content is several times the heap. */
class BoundedMemoryTest {

    private static final String HEAP = "-Xmx16m";
    private static final int ROWS = 120_000;
    private static final int TEXT = 500;

    @TempDir
    Path folder;

    @Test
    void aTableIsReadInAHeapThatItDoesNotFitInto() throws Exception {
        Path file = folder.resolve("cargo.csv");
        try (Writer csv = Files.newBufferedWriter(file)) {
            csv.write("id,text\n");
            for (int i = 0; i < ROWS; i++) {
                csv.write(i + ",\"" + text(i) + "\"\n");
            }
        }

        assertThat(Files.size(file)).isGreaterThan(3 * (16 << 20));
        assertThat(read(file)).isEqualTo("120000 rows, 60000000 characters");
    }

    @Test
    void aWorkbookIsReadInAHeapThatItsSharedStringsDoNotFitInto() throws Exception {
        Path file = folder.resolve("cargo.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            part(zip, "[Content_Types].xml", 1, _ -> "<Types/>");
            part(zip, "_rels/.rels", 1, _ -> relationships("officeDocument", "xl/workbook.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    1,
                    _ -> "<workbook xmlns:r=\"" + office
                            + "\"><sheets><sheet name=\"S\" r:id=\"r0\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    1,
                    _ -> relationships("worksheet", "sheet.xml", "sharedStrings", "texts.xml"));
            part(
                    zip,
                    "xl/texts.xml",
                    ROWS + 2,
                    i -> (i == 0
                                    ? "<sst>"
                                    : "<si><t>" + (i == 1 ? "text" : text(i).replace("..", "&amp;&#46;")) + "</t></si>")
                            + (i > ROWS ? "</sst>" : ""));
            part(
                    zip,
                    "xl/sheet.xml",
                    ROWS + 1,
                    i -> (i == 0 ? "<worksheet><sheetData>" : "")
                            + "<row r=\"" + (i + 1) + "\"><c r=\"A" + (i + 1) + "\" t=\"s\"><v>" + i + "</v></c></row>"
                            + (i == ROWS ? "</sheetData></worksheet>" : ""));
        }

        assertThat(read(file)).isEqualTo("120000 rows, 60000000 characters");
    }

    /** Each another; not so regular that it would pass for a bomb. */
    private static String text(int number) {
        StringBuilder text = new StringBuilder(TEXT).append(number);
        Random random = new Random(number);
        while (text.length() < TEXT - 5) {
            text.append(' ').append(Integer.toString(random.nextInt(1296, 46_656), 36));
        }
        while (text.length() < TEXT) {
            text.append('.');
        }
        return text.toString();
    }

    private static String relationships(String... typesAndParts) {
        StringBuilder xml = new StringBuilder("<Relationships>");
        for (int i = 0; i < typesAndParts.length; i += 2) {
            xml.append("<Relationship Id=\"r" + i + "\" Type=\"x/" + typesAndParts[i] + "\" Target=\""
                    + typesAndParts[i + 1] + "\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static void part(ZipOutputStream zip, String name, int pieces, IntFunction<String> piece)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, UTF_8), 1 << 16);
        for (int i = 0; i < pieces; i++) {
            writer.write(piece.apply(i));
        }
        writer.flush();
        zip.closeEntry();
    }

    private static String read(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadToTheEnd.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }
}
