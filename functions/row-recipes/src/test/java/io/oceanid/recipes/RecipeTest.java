package io.oceanid.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Recipe;
import io.oceanid.rows.RecipeEngine;
import io.oceanid.rows.RecipeException;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RecipeTest {

    private final Kitchen kitchen = new Kitchen();

    @Test
    void theEngineIsFoundWithoutNamingIt() {
        assertThat(ServiceLoader.load(RecipeEngine.class)).hasExactlyElementsOfTypes(DuckDbRecipeEngine.class);
    }

    @Test
    void cellsThatNoStepTouchesStayWhatTheyWere() {
        String row = "{\"hs\":\"0901.21\",\"imo\":\"0321483\",\"flag\":\"NA\",\"empty\":\"\",\"date\":\"2024-01-02\"}";
        assertThat(kitchen.follow(ListedRows.of(row), "SELECT * FROM rows", "SELECT *, 1 AS one FROM rows"))
                .map(ObjectNode::toString)
                .containsExactly(row.replace("}", ",\"one\":1}"));
    }

    @Test
    void aRecipeWithoutStepsGivesWhatWasRead() {
        assertThat(texts("{\"a\":\"x\"}", "{\"b\":\"y\"}")).containsExactly("{\"a\":\"x\"}", "{\"b\":\"y\"}");
    }

    @Test
    void eachStepReadsWhatTheOneBeforeGave() {
        assertThat(kitchen.follow(
                        ListedRows.of("{\"a\":\"x\"}", "{\"a\":\"y\"}"),
                        "SELECT upper(a) AS b FROM rows;",
                        "-- with a word first\nFROM rows WHERE b = 'Y' -- and one last"))
                .map(ObjectNode::toString)
                .containsExactly("{\"b\":\"Y\"}");
    }

    @Test
    void aColumnWithOtherThanStringsIsJsonAndComesBackAsItWas() {
        assertThat(texts(
                        "{\"a\":\"text\"}",
                        "{\"a\":1.50}",
                        "{\"a\":{\"b\":[12345678901234567890.12345678901234567890,null]}}",
                        "{\"a\":true,\"late\":[]}"))
                .containsExactly(
                        "{\"a\":\"text\"}",
                        "{\"a\":1.50}",
                        "{\"a\":{\"b\":[12345678901234567890.12345678901234567890,null]}}",
                        "{\"a\":true,\"late\":[]}");
    }

    @Test
    void jsonIsReadWithTheFunctionsForIt() {
        assertThat(kitchen.follow(
                        ListedRows.of("{\"ship\":{\"name\":\"Ever Given\",\"teu\":20124}}"),
                        "SELECT ship->>'name' AS name, (ship->>'teu')::INTEGER + 1 AS teu FROM rows"))
                .map(ObjectNode::toString)
                .containsExactly("{\"name\":\"Ever Given\",\"teu\":20125}");
    }

    @Test
    void nullIsLeftOutWhicheverWayItCame() {
        assertThat(texts("{\"a\":null,\"b\":\"x\"}", "{\"a\":\"y\"}"))
                .containsExactly("{\"b\":\"x\"}", "{\"a\":\"y\"}");
    }

    @Test
    void columnsThatDifferByCaseOnlyAreNumbered() {
        assertThat(texts("{\"Port\":\"1\",\"port\":\"2\",\"\":\"3\"}"))
                .containsExactly("{\"Port\":\"1\",\"port_1\":\"2\",\"column_3\":\"3\"}");
    }

    @Test
    void rowidTellsWhichOneOfTheRowsItWas() {
        assertThat(kitchen.follow(
                        ListedRows.of("{\"a\":\"x\"}", "{\"a\":\"y\"}"),
                        "SELECT rowid + 1 AS n, a FROM rows ORDER BY a DESC"))
                .map(ObjectNode::toString)
                .containsExactly("{\"n\":2,\"a\":\"y\"}", "{\"n\":1,\"a\":\"x\"}");
    }

    @Test
    void rowsThatCannotBeReadAreToldAndTheRestGoesOn() {
        Reading.Broken bad = new Reading.Broken(new Place("cargo.csv", 3), "a quote is not closed");
        List<Reading.Broken> broken = new ArrayList<>();
        assertThat(kitchen.follow(
                        new OneBroken(bad, ListedRows.of("{}", "{\"a\":\"x\"}")), broken, "SELECT a FROM rows"))
                .hasSize(1);
        assertThat(broken).containsExactly(bad, new Reading.Broken(new Place("test", 1), "no columns"));
    }

    @Test
    void noRowsGiveNoRows() {
        assertThat(kitchen.follow(ListedRows.of(), "SELECT count(*) FROM rows")).isEmpty();
    }

    @Test
    void aLookupWithoutRowsIsRefusedByName() {
        assertThatThrownBy(() -> kitchen.withLookup("ports").follow(ListedRows.of("{\"a\":\"x\"}")))
                .isInstanceOf(RecipeException.class)
                .hasMessage("lookup ports: no rows");
    }

    @Test
    void theResultMayBeLeftHalfRead() {
        Kitchen.inScratch(scratch -> {
            Rows many = new ListedRows(IntStream.range(0, 10_000).mapToObj(i -> object().put("n", String.valueOf(i))));
            Rows result =
                    new DuckDbRecipeEngine().follow(new Recipe(List.of("FROM rows")), many, Map.of(), scratch, _ -> {});
            assertThat(result.next())
                    .isEqualTo(new Reading.Row(new Place("result of the recipe", 1), object().put("n", "0")));
            result.close();
            assertThat(scratch).isEmptyDirectory();
        });
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    private List<String> texts(String... rows) {
        return kitchen.follow(ListedRows.of(rows)).stream()
                .map(ObjectNode::toString)
                .toList();
    }

    private static final class OneBroken implements Rows {

        private Reading.@Nullable Broken first;
        private final Rows rest;

        OneBroken(Reading.Broken first, Rows rest) {
            this.first = first;
            this.rest = rest;
        }

        @Override
        public @Nullable Reading next() throws IOException {
            Reading.Broken bad = first;
            first = null;
            return bad == null ? rest.next() : bad;
        }

        @Override
        public void close() {}
    }
}
