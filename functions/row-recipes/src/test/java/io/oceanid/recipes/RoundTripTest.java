package io.oceanid.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RoundTripTest {

    private final Kitchen kitchen = new Kitchen();

    @Property(tries = 60)
    void rowsComeBackAsTheyWere(@ForAll("tables") List<Map<String, String>> table) {
        List<ObjectNode> rows = table.stream().map(RoundTripTest::row).toList();
        assertThat(kitchen.follow(new ListedRows(rows.stream()), "SELECT * FROM rows"))
                .containsExactlyElementsOf(rows);
    }

    @Example
    void aLongTextComesBackWhole() {
        ObjectNode row = row(Map.of("text", "päper 📄 ".repeat(1_000_000)));
        assertThat(kitchen.follow(new ListedRows(List.of(row).stream()), "FROM rows"))
                .containsExactly(row);
    }

    @Example
    void halfASurrogatePairBecomesTheReplacementCharacter() {
        assertThat(kitchen.follow(ListedRows.of("{\"a\":\"x\\ud800y\\ud83d\\ude00\\udc00\"}"), "FROM rows"))
                .containsExactly(row(Map.of("a", "x\uFFFDy\uD83D\uDE00\uFFFD")));
    }

    @Provide
    Arbitrary<List<Map<String, String>>> tables() {
        Arbitrary<String> wild = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().withChars("\"'\\;,\n\r\t -%\u0000$").ofMaxLength(10),
                Arbitraries.of(
                        "", "NA", "NULL", "null", "0901.21", "0321483", "1e5", "true", "👩🏽‍🚀", "É", "é", "İ", "K",
                        "k"));
        Arbitrary<String> texts = wild.map(Sql::wellFormed);
        // names that SQL takes for the same are another test's matter
        Arbitrary<String> names = texts.map(name -> Sql.folded("_" + name.replace('\0', ' ')));
        return Arbitraries.maps(names, texts)
                .ofMinSize(1)
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    private static ObjectNode row(Map<String, String> cells) {
        ObjectNode row = JsonMapper.shared().createObjectNode();
        cells.forEach(row::put);
        return row;
    }
}
