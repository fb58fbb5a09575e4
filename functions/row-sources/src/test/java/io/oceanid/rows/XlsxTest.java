package io.oceanid.rows;

import static io.oceanid.rows.xlsx.SampleWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.rows.xlsx.SampleWorkbook;
import java.util.List;
import org.junit.jupiter.api.Test;

class XlsxTest {

    @Test
    void textCellsStayWhatTheyWere() {
        byte[] workbook = new SampleWorkbook()
                .texts("<t>0901.21</t>", "<t>0321483</t>")
                .sheet(
                        "Cargo",
                        row(1, "hs_code", "imo", "flag")
                                + "<row r=\"2\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                                + "<c t=\"inlineStr\"><is><t>NA</t></is></c></row>")
                .bytes();
        assertThat(read(workbook)).containsExactly("2: {\"hs_code\":\"0901.21\",\"imo\":\"0321483\",\"flag\":\"NA\"}");
    }

    @Test
    void numbersDatesAndFormulasAreAsShown() {
        byte[] workbook = new SampleWorkbook()
                .styles("General", "0000.00", "0000000", "yyyy-mm-dd", "0.0%", "#,##0")
                .sheet("Cargo", row(1, "a", "b", "c", "d", "e", "f", "g", "h", "i") + """
                    <row r="2"><c s="1"><v>901.21</v></c><c s="2"><v>321483</v></c><c s="3"><v>45352</v></c>
                    <c s="4"><v>0.125</v></c><c s="5"><f>B1*2</f><v>1234.6</v></c>
                    <c t="str"><f>A1&amp;"x"</f><v> 0x </v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>
                    <c><v>0.30000000000000004</v></c></row>
                    <row r="3"><c t="b"><v>0</v></c><c s="3" t="d"><v>2024-03-01T00:00:00Z</v></c>
                    <c t="d"><v>soon</v></c><c s="99"><v>5</v></c><c><v>INF</v></c></row>\
                    """)
                .bytes();
        assertThat(read(workbook))
                .containsExactly(
                        "2: {\"a\":\"0901.21\",\"b\":\"0321483\",\"c\":\"2024-03-01\",\"d\":\"12.5%\",\"e\":\"1,235\","
                                + "\"f\":\" 0x \",\"g\":\"TRUE\",\"h\":\"#N/A\",\"i\":\"0.3\"}",
                        "3: column 5 has a number that is none");
    }

    @Test
    void aWorkbookMayCountDaysFrom1904() {
        byte[] workbook = new SampleWorkbook()
                .since1904()
                .styles("d.m.yyyy")
                .sheet(
                        "S",
                        row(1, "day") + "<row r=\"2\"><c s=\"0\"><v>43890</v></c></row><row r=\"3\">"
                                + "<c s=\"0\" t=\"d\"><v>2024-03-01</v></c></row>")
                .bytes();
        assertThat(read(workbook)).containsExactly("2: {\"day\":\"1.3.2024\"}", "3: {\"day\":\"1.3.2024\"}");
    }

    @Test
    void richTextIsJoinedAndItsPronunciationLeftOut() {
        byte[] workbook = new SampleWorkbook()
                .texts("<r><t xml:space=\"preserve\">Port </t></r><r><rPr/><t>of_x000D_</t></r><r><t> 神戸</t></r>"
                        + "<rPh sb=\"0\" eb=\"2\"><t>こうべ</t></rPh>")
                .sheet("S", row(1, "port") + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>")
                .bytes();
        assertThat(read(workbook)).containsExactly("2: {\"port\":\"Port of\\r 神戸\"}");
    }

    @Test
    void cellsThatAreNotThereAreEmptyAndEmptyRowsAreLeftOut() {
        byte[] workbook = new SampleWorkbook()
                .sheet(
                        "S",
                        "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>a</v></c><c r=\"B3\" t=\"str\"><v>b</v></c>"
                                + "<c r=\"C3\" t=\"str\"><v>c</v></c><c r=\"D3\" s=\"0\"/></row>"
                                + "<row r=\"5\"><c r=\"B5\"><v>1</v></c></row><row r=\"6\"><c r=\"A6\"/></row>"
                                + "<row><c><v>1</v></c><c r=\"E7\"><v>2</v></c></row>")
                .bytes();
        assertThat(read(workbook))
                .containsExactly("5: {\"a\":\"\",\"b\":\"1\",\"c\":\"\"}", "7: 5 fields where the header has 3");
    }

    @Test
    void sheetsFollowEachOtherUnderTheirOwnHeaders() {
        SampleWorkbook workbook = new SampleWorkbook()
                .sheet("Ports", row(1, "port") + row(2, "Kobe"))
                .sheet("Empty", "")
                .sheet("Flags", row(1, "flag") + row(2, "NL"));
        List<Reading> readings =
                Told.with(workbook.bytes(), file -> Told.readings(file, "cargo.xlsx", ReadOptions.DEFAULT));

        assertThat(readings)
                .extracting(reading -> reading.place().toString())
                .containsExactly("cargo.xlsx, sheet Ports, line 2", "cargo.xlsx, sheet Flags, line 2");
        assertThat(Told.of(workbook.bytes(), "cargo.xlsx", options(true, List.of(), "Flags")))
                .containsExactly("2: {\"flag\":\"NL\"}");
        assertThatThrownBy(() -> Told.of(workbook.bytes(), "cargo.xlsx", options(true, List.of(), "Crew")))
                .hasMessage("cargo.xlsx: there is no sheet \"Crew\"; there are Ports, Empty, Flags");
        assertThatThrownBy(() -> Told.of(workbook.bytes(), "cargo.xlsx", options(true, List.of("port"))))
                .hasMessage("cargo.xlsx, sheet Flags: column \"port\" is missing; there are flag");
        assertThat(Told.of(workbook.bytes(), "cargo.xlsx", options(false, List.of(), "Flags")))
                .containsExactly("1: {\"column_1\":\"flag\"}", "2: {\"column_1\":\"NL\"}");
    }

    @Test
    void cellsThatCannotBeReadBreakTheirRowOnly() {
        byte[] workbook = new SampleWorkbook()
                .texts("<t>x</t>")
                .sheet(
                        "S",
                        row(1, "a", "b")
                                + "<row r=\"2\"><c t=\"s\"><v>7</v></c></row><row r=\"3\"><c/><c><f>1+1</f></c></row>"
                                + "<row r=\"4\"><c t=\"s\"><v>0</v></c></row>"
                                + "<row r=\"5\"><c r=\"ZZZZ5\"><v>0</v></c></row>")
                .bytes();
        assertThat(read(workbook))
                .containsExactly(
                        "2: column 1 refers to a text that is not in the file",
                        "3: column 2 has a formula whose value is not in the file: open it in Excel and save it",
                        "4: {\"a\":\"x\",\"b\":\"\"}",
                        "5: more than 16384 columns");
    }

    @Test
    void formulasAreNotRunAndLinksNotFollowed() {
        byte[] workbook = new SampleWorkbook()
                .part(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\" /C calc\"/></externalLink>")
                .relate("x", "externalLink", "externalLinks/externalLink1.xml")
                .sheet(
                        "S",
                        row(1, "a") + "<row r=\"2\"><c t=\"e\"><f>cmd|' /C calc'!A0</f><v>#REF!</v></c></row>"
                                + row(3, "=cmd|' /C calc'!A0"))
                .bytes();
        assertThat(read(workbook)).containsExactly("2: {\"a\":\"#REF!\"}", "3: {\"a\":\"=cmd|' /C calc'!A0\"}");
    }

    @Test
    void otherPrefixesAndTheStrictKindAreReadAlike() {
        byte[] workbook = new SampleWorkbook()
                .sheet("S", "")
                .part(
                        "xl/worksheets/sheet2.xml",
                        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!-- c --><x:worksheet"
                                + " xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row"
                                + " r=\"1\"><x:c t=\"str\"><x:v><![CDATA[a<b]]></x:v></x:c></x:row><x:row"
                                + " r=\"2\"><x:c><x:v>1&#48;</x:v></x:c></x:row></x:sheetData></x:worksheet>")
                .bytes();
        byte[] utf8 = new SampleWorkbook()
                .sheet("S", "")
                .part(
                        "xl/worksheets/sheet2.xml",
                        "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\">"
                                + "<x:sheetData><x:row r=\"1\"><x:c t=\"str\"><x:v><![CDATA[a<b]]></x:v></x:c></x:row>"
                                + "<x:row r=\"2\"><x:c><x:v>1&#48;</x:v></x:c></x:row></x:sheetData></x:worksheet>")
                .bytes();
        assertThat(read(utf8)).containsExactly("2: {\"a<b\":\"10\"}");
        assertThatThrownBy(() -> read(workbook)).isInstanceOf(UnreadableSourceException.class);
    }

    private static List<String> read(byte[] workbook) {
        return Told.of(workbook, "cargo.xlsx", ReadOptions.DEFAULT);
    }

    private static ReadOptions options(boolean header, List<String> columns, String... sheets) {
        return new ReadOptions(null, null, null, header, columns, List.of(sheets), ReadOptions.TextUnit.DOCUMENT);
    }
}
