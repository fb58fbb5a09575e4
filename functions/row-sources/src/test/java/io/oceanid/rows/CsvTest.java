package io.oceanid.rows;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CsvTest {

    private static final ReadOptions NO_HEADER =
            new ReadOptions(null, null, null, false, List.of(), List.of(), ReadOptions.TextUnit.DOCUMENT);

    @Test
    void cellsStayWhatTheyWereWhereLabelStudioTypesThem() {
        String body =
                recorded("import-csv-typed-cells.json").at("/request/body").stringValue();
        String csv = body.substring(body.indexOf("\r\n\r\n") + 4, body.indexOf("\r\n------"));

        assertThat(recorded("task-get-csv-typed-cells.json")
                        .at("/response/body/data")
                        .toString())
                .contains("901.21", "321483")
                .doesNotContain("0901.21", "0321483");
        assertThat(Told.of(csv, "hs.csv")).containsExactly("""
            2: {"text":"MV A","hs_code":"0901.21","imo":"0321483","date":"2024-03-01","flag":"true"}\
            """, """
            3: {"text":"MV B","hs_code":"1201.90","imo":"9321483","date":"2024-03-02","flag":"NA"}\
            """);
    }

    @Test
    void nothingIsTrimmedOrTyped() {
        assertThat(Told.of("a,b,c,d\n 1 ,,1e3,NULL\n\"\",\" x \",0x1,=1+1\n", "t.csv"))
                .containsExactly("""
                    2: {"a":" 1 ","b":"","c":"1e3","d":"NULL"}\
                    """, """
                    3: {"a":"","b":" x ","c":"0x1","d":"=1+1"}\
                    """);
    }

    @Test
    void aFormulaThatShellsOutIsTextLikeAnyOther() {
        assertThat(Told.of("a\n=cmd|' /C calc'!A0\n", "t.csv")).containsExactly("2: {\"a\":\"=cmd|' /C calc'!A0\"}");
    }

    @Test
    void quotesHoldLinesSeparatorsAndQuotesAndTheLineIsWhereTheRowBegins() {
        assertThat(Told.of("a,b\r\n\"x\r\ny\",\"1,2\"\r\n\r\n\"say \"\"hi\"\"\",\n", "t.csv"))
                .containsExactly("""
                    2: {"a":"x\\r\\ny","b":"1,2"}\
                    """, """
                    5: {"a":"say \\"hi\\"","b":""}\
                    """);
    }

    @Test
    void aRowOfAnotherWidthIsBrokenAndTheRestGoesOn() {
        assertThat(Told.of("a,b\n1\n1,2\n1,2,3\n3,4\n", "t.csv"))
                .containsExactly(
                        "2: 1 fields where the header has 2",
                        "3: {\"a\":\"1\",\"b\":\"2\"}",
                        "4: 3 fields where the header has 2",
                        "5: {\"a\":\"3\",\"b\":\"4\"}");
    }

    @Test
    void aQuoteThatIsNotClosedBreaksItsRowOnly() {
        assertThat(Told.of("a,b\n1,\"lone\n2,x\n3,\"y\"\n", "t.csv"))
                .containsExactly(
                        "2: text after the end of a quote",
                        "3: {\"a\":\"2\",\"b\":\"x\"}",
                        "4: {\"a\":\"3\",\"b\":\"y\"}");
        assertThat(Told.of("a,b\n1,x\n2,\"lone\n3,y", "t.csv"))
                .containsExactly(
                        "2: {\"a\":\"1\",\"b\":\"x\"}", "3: a quote is not closed", "4: {\"a\":\"3\",\"b\":\"y\"}");
    }

    @Test
    void aQuoteThatIsNotClosedDoesNotSwallowTheFile() {
        String rows = "1,2\n".repeat(300);
        ReadLimits narrow = new ReadLimits(1000, 1000, 1, 1, 1, 1, 1);
        List<Reading> readings = Told.with(
                ("a,b\n1,\"lone\n" + rows).getBytes(UTF_8),
                file -> Told.readings(file, "t.csv", ReadOptions.DEFAULT, narrow));

        assertThat(readings).hasSize(301);
        assertThat(readings.getFirst())
                .isEqualTo(new Reading.Broken(
                        new Place("t.csv", 2), "longer than 1000 characters; is a quote not closed?"));
    }

    @Test
    void aLineThatIsTooLongIsBrokenAndTheRestGoesOn() {
        ReadLimits narrow = new ReadLimits(100, 100, 1, 1, 1, 1, 1);
        List<Reading> readings = Told.with(
                ("a\n" + "x".repeat(100_000) + "\ny\n").getBytes(UTF_8),
                file -> Told.readings(file, "t.csv", ReadOptions.DEFAULT, narrow));

        assertThat(readings).hasSize(2);
        assertThat(readings.getFirst())
                .isEqualTo(new Reading.Broken(new Place("t.csv", 2), "longer than 100 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|", "^", "~"})
    void theSeparatorIsFoundOutThoughQuotesHoldOthers(String separator) {
        String csv = """
            a%sb
            "1,2;3|4",x
            "1,2;3|4\t",y
            """.formatted(separator).replace(",x", separator + "x").replace(",y", separator + "y");

        assertThat(Told.of(csv, "t.txt.csv"))
                .containsExactly("2: {\"a\":\"1,2;3|4\",\"b\":\"x\"}", "3: {\"a\":\"1,2;3|4\\t\",\"b\":\"y\"}");
    }

    @Test
    void commasInNumbersDoNotMakeColumns() {
        assertThat(Told.of("name;price\nA;1,5\nB;2,25\n", "t.csv"))
                .containsExactly("2: {\"name\":\"A\",\"price\":\"1,5\"}", "3: {\"name\":\"B\",\"price\":\"2,25\"}");
    }

    @Test
    void aSeparatorThatIsSaidIsTaken() {
        ReadOptions semicolon =
                new ReadOptions(null, null, ';', true, List.of(), List.of(), ReadOptions.TextUnit.DOCUMENT);
        assertThat(Told.of("a,b\n1,2\n", "t.csv", semicolon)).containsExactly("2: {\"a,b\":\"1,2\"}");
        assertThat(Told.of("sep=;\na,b;c\n1,2;3\n", "t.csv")).containsExactly("3: {\"a,b\":\"1,2\",\"c\":\"3\"}");
    }

    @Test
    void oneColumnNeedsNoSeparator() {
        assertThat(Told.of("text\nhello\n", "t.csv")).containsExactly("2: {\"text\":\"hello\"}");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF"})
    void aByteOrderMarkSaysTheEncodingAndIsNoPartOfTheHeader(Charset charset, String mark) {
        String csv = "\uFEFFhäfen,b\n京,\uD83D\uDEA2\n";
        assertThat(Told.of(csv, charset, "t.csv", ReadOptions.DEFAULT))
                .containsExactly("2: {\"häfen\":\"京\",\"b\":\"\uD83D\uDEA2\"}");
    }

    @Test
    void utf16IsFoundOutWithoutAMark() {
        assertThat(Told.of("a,b\n1,ü\n", UTF_16LE, "t.csv", ReadOptions.DEFAULT))
                .containsExactly("2: {\"a\":\"1\",\"b\":\"ü\"}");
        assertThat(Told.of("a,b\n1,ü\n", UTF_16BE, "t.csv", ReadOptions.DEFAULT))
                .containsExactly("2: {\"a\":\"1\",\"b\":\"ü\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252,Größe für Häfen naïve café €",
        "windows-1251,Порт отправления судна Находка",
        "Shift_JIS,積荷港と揚荷港の名前を記入してください",
        "GB18030,装货港和卸货港的名称应当填写清楚",
        "EUC-KR,선적항과 양하항의 이름을 기입하십시오"
    })
    void otherEncodingsAreGuessed(Charset charset, String text) {
        assertThat(Told.of("a,b\n1," + text + "\n", charset, "t.csv", ReadOptions.DEFAULT))
                .containsExactly("2: {\"a\":\"1\",\"b\":\"" + text + "\"}");
    }

    @Test
    void anEncodingThatIsSaidIsTakenAndWhatIsNotInItIsRefused() {
        ReadOptions utf8 =
                new ReadOptions(null, "UTF-8", null, true, List.of(), List.of(), ReadOptions.TextUnit.DOCUMENT);
        assertThat(Told.of("\uFEFFa\nü\n", UTF_8, "t.csv", utf8)).containsExactly("2: {\"a\":\"ü\"}");
        assertThatThrownBy(() -> Told.of("a\nü\n", Charset.forName("windows-1252"), "t.csv", utf8))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("t.csv: not UTF-8");
        ReadOptions unknown =
                new ReadOptions(null, "klingon", null, true, List.of(), List.of(), ReadOptions.TextUnit.DOCUMENT);
        assertThatThrownBy(() -> Told.of("a\n", "t.csv", unknown))
                .hasMessage("t.csv: there is no encoding called \"klingon\"");
    }

    @Test
    void aHeaderThatIsWrongIsRefusedByTheNameOfTheColumn() {
        ReadOptions imo =
                new ReadOptions(null, null, null, true, List.of("imo"), List.of(), ReadOptions.TextUnit.DOCUMENT);
        assertThatThrownBy(() -> Told.of("IMO,flag\n1,2\n", "t.csv", imo))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessage("t.csv: column \"imo\" is missing; there are IMO, flag");
        assertThatThrownBy(() -> Told.of("flag,imo,flag\n1,2,3\n", "t.csv"))
                .hasMessage("t.csv: two columns are called \"flag\"");
        assertThatThrownBy(() -> Told.of("a,,c\n1,2,3\n", "t.csv"))
                .hasMessage("t.csv: column 2 has no name in the header");
        assertThatThrownBy(() -> Told.of("", "t.csv")).hasMessage("t.csv: is empty");
        assertThatThrownBy(() -> Told.of("a,\"b\n", "t.csv"))
                .hasMessage("t.csv: the first row cannot be read: a quote is not closed");
    }

    @Test
    void withoutAHeaderColumnsAreNumbered() {
        assertThat(Told.of("1,2\n3,4\n5\n", "t.csv", NO_HEADER))
                .containsExactly(
                        "1: {\"column_1\":\"1\",\"column_2\":\"2\"}",
                        "2: {\"column_1\":\"3\",\"column_2\":\"4\"}",
                        "3: 1 fields where the header has 2");
    }

    @Test
    void zeroBytesAreCharactersLikeOthers() {
        assertThat(Told.of("a,b\n\0,x\0y\n", "t.csv")).containsExactly("2: {\"a\":\"\\u0000\",\"b\":\"x\\u0000y\"}");
    }

    private static JsonNode recorded(String name) {
        return JsonMapper.shared().readTree(CsvTest.class.getResourceAsStream("/recorded/" + name));
    }
}
