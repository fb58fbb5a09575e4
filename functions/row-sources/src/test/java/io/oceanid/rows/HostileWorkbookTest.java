package io.oceanid.rows;

import static io.oceanid.rows.xlsx.SampleWorkbook.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.rows.xlsx.SampleWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileWorkbookTest {

    private static final String SHEET = "xl/worksheets/sheet2.xml";

    @Test
    void externalEntitiesAreNotReadNorAnyDocumentType(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        String xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><worksheet><sheetData>%s</sheetData></worksheet>"
                .formatted(secret.toUri(), row(1, "&e;"));
        assertRefused(() -> read(sheet(xml)))
                .hasMessageContaining("document type")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void laughsDoNotMultiply() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        assertRefused(() -> read(sheet(laughs + "]><worksheet>&l9;</worksheet>")))
                .hasMessageContaining("document type");
        assertRefused(() -> read(sheet("<worksheet>&l9;</worksheet>")));
    }

    @Test
    void documentTypesAreRefusedInSharedStringsAndStylesToo() {
        String type = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">";
        assertRefused(() -> read(cargo().part("xl/sharedStrings.xml", type + "<sst/>")))
                .hasMessageContaining("xl/sharedStrings.xml has a document type");
        assertRefused(() -> read(cargo().part("xl/styles.xml", type + "<styleSheet/>")))
                .hasMessageContaining("xl/styles.xml has a document type");
    }

    @Test
    void aBombIsRefusedByItsRatioAndByItsSize() {
        String blanks = " ".repeat(32 << 20);
        assertRefused(() -> read(sheet("<worksheet><sheetData>" + blanks + "</sheetData></worksheet>")))
                .hasMessage("cargo.xlsx: unpacks to more than 200 times its size, as zip bombs do");
        ReadLimits small = new ReadLimits(1000, 1000, 100_000, 10_000, 100, 1, 1);
        assertRefused(() -> read(
                        sheet("<worksheet><sheetData>" + "<row/>".repeat(50_000) + "</sheetData></worksheet>"), small))
                .hasMessage("cargo.xlsx: unpacks to more than 100000 bytes");
    }

    @Test
    void anAttributeACommentOrATextThatIsTooLongIsRefused() {
        String random = new java.util.Random(1)
                .ints(6 << 20, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertRefused(() -> read(sheet("<worksheet x=\"" + random + "\"/>"))).hasMessageContaining("too long");
        assertRefused(() -> read(sheet("<worksheet><!--" + random + "--></worksheet>")))
                .hasMessageContaining("too long");
        assertRefused(() -> read(cargo().texts("<t>" + random + "</t>")))
                .hasMessage("cargo.xlsx: has a text of more than 1048576 characters");
        assertThat(read(new SampleWorkbook().sheet("S", row(1, "a") + row(2, random) + row(3, "x"))))
                .containsExactly("2: column 1 is longer than 1048576 characters", "3: {\"a\":\"x\"}");
        assertThat(read(new SampleWorkbook()
                        .sheet("S", row(1, "a") + "<row r=\"2\"><c><v>" + random + "</v></c></row>" + row(3, "x"))))
                .hasSize(2)
                .last()
                .isEqualTo("3: {\"a\":\"x\"}");
    }

    @Test
    void elementsThatAreTooDeepAreRefused() {
        assertRefused(() -> read(sheet("<a>".repeat(100_000))));
    }

    @Test
    void namesOfPartsAreNoPaths(@TempDir Path folder) throws IOException {
        Path outside = folder.resolve("outside.xml");
        Files.writeString(outside, "<worksheet><sheetData>" + row(1, "s3cret") + "</sheetData></worksheet>");
        SampleWorkbook workbook = cargo().part("../../../../evil.txt", "x")
                .part("/etc/evil", "x")
                .relate("s99", "worksheet", "../../../../../../../.." + outside)
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"s99\"/></sheets></workbook>");
        assertRefused(() -> read(workbook)).hasMessageContaining("is missing");
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().contains("evil"));
        assertThat(read(cargo().part("../../evil.txt", "x"))).containsExactly("2: {\"a\":\"1\"}");
    }

    @Property(tries = 60)
    void aWorkbookThatIsCutOffIsRefused(@ForAll @IntRange(min = 4, max = 700) int length) {
        byte[] whole = cargo().bytes();
        byte[] cut = Arrays.copyOf(whole, Math.min(length, whole.length - 1));
        assertRefused(() -> Told.of(cut, "cargo.xlsx", ReadOptions.DEFAULT)).hasMessageContaining("cut off");
    }

    @Property(tries = 300)
    void aWorkbookWithWrongBytesIsRefusedOrReadButNeverFailsOtherwise(
            @ForAll @IntRange(min = 30, max = 2000) int at, @ForAll byte wrong) {
        byte[] bytes = cargo().bytes();
        bytes[at % bytes.length] = wrong;
        try {
            Told.of(bytes, "cargo.xlsx", ReadOptions.DEFAULT);
        } catch (UnreadableSourceException e) {
            assertThat(e).hasMessageStartingWith("cargo.xlsx");
        }
    }

    /** The record that says where an archive's directory is, which is read before anything else. */
    @Test
    void aWrongByteInTheEndOfAnArchiveNeverFailsOtherwiseEither() {
        byte[] whole = cargo().bytes();
        for (int at = whole.length - 22; at < whole.length; at++) {
            for (int wrong = 0; wrong < 256; wrong++) {
                byte[] bytes = whole.clone();
                bytes[at] = (byte) wrong;
                try {
                    Told.of(bytes, "cargo.xlsx", ReadOptions.DEFAULT);
                } catch (UnreadableSourceException e) {
                    assertThat(e).hasMessageStartingWith("cargo.xlsx");
                }
            }
        }
    }

    @Test
    void archivesThatAreNoWorkbooksAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write("a\n1\n".getBytes(UTF_8));
        }
        assertRefused(() -> Told.of(bytes.toByteArray(), "cargo.zip", ReadOptions.DEFAULT))
                .hasMessage("cargo.zip: is an archive but no workbook: unpack it first");
        assertRefused(() -> read(cargo().part(
                                "_rels/.rels",
                                "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\""
                                        + " Target=\"word/document.xml\"/></Relationships>")))
                .hasMessage("cargo.xlsx: is no workbook of the kind .xlsx");
        assertRefused(() -> read(cargo(), new ReadLimits(1000, 1000, 100_000, 100, 2, 1, 1)))
                .hasMessageContaining("more than 2 files");
    }

    @Test
    void aDirectoryThatIsTooLargeIsNotLoaded() {
        byte[] bytes = cargo().bytes();
        ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(bytes.length - 22 + 12, 0x7FFFFFFF);
        assertRefused(() -> Told.of(bytes, "cargo.xlsx", ReadOptions.DEFAULT))
                .hasMessage("cargo.xlsx: is an archive with too large a directory");
        end.putInt(bytes.length - 22 + 12, 0xFFFFFFFF);
        assertRefused(() -> Told.of(bytes, "cargo.xlsx", ReadOptions.DEFAULT))
                .hasMessage("cargo.xlsx: is an archive with too large a directory");
    }

    private static SampleWorkbook cargo() {
        return new SampleWorkbook().sheet("S", row(1, "a") + row(2, "1"));
    }

    private static SampleWorkbook sheet(String xml) {
        return new SampleWorkbook().sheet("S", "").part(SHEET, xml);
    }

    private static List<String> read(SampleWorkbook workbook) {
        return Told.of(workbook.bytes(), "cargo.xlsx", ReadOptions.DEFAULT);
    }

    private static List<Reading> read(SampleWorkbook workbook, ReadLimits limits) {
        return Told.with(workbook.bytes(), file -> Told.readings(file, "cargo.xlsx", ReadOptions.DEFAULT, limits));
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            ThrowingCallable reading) {
        return assertThatThrownBy(reading).isInstanceOf(UnreadableSourceException.class);
    }
}
