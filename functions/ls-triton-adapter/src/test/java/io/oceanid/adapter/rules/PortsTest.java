package io.oceanid.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MV ONE at Santos, Brazil|Santos",
                "loaded at Santos on Monday|Santos",
                "called at Rotterdam with palm oil|Rotterdam",
                "Port of Loading: ROTTERDAM|ROTTERDAM",
                "POL: NLRTM|NLRTM",
                "POD NL RTM.|NL RTM",
                "NL RTM is busy|NL RTM",
                "🚢 Singapore|Singapore",
                "aus Singapore am|Singapore",
                "ETA Nice 5 May|Nice",
                "at Mobile, AL|Mobile",
                "Mobile, AL 36602|Mobile",
                "Split, Croatia|Split",
                "Hull (GB)|Hull",
                "the port of Bar|Bar",
                "PORT OF DISCHARGE: MOBILE|MOBILE",
                "bound for Gdansk|Gdansk",
                "bound for GDAŃSK|GDAŃSK",
                "via Port-au-Prince|Port-au-Prince",
                "Port Klang|Port Klang",
                "LAZARO CARDENAS, MEXICO|LAZARO CARDENAS",
                "Dar es Salaam|Dar es Salaam",
                "São Francisco do Sul|São Francisco do Sul",
                "Hong Kong|Hong Kong",
                "Cartagena, Colombia|Cartagena"
            })
    void aPortIsFound(String text, String port) {
        assertThat(Reading.of(Label.PORT, text)).containsExactly(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a nice mobile phone",
                "at split second",
                "Nice to meet you",
                "Mobile: +47 1234",
                "MOBILE PHONE",
                "Split the bill",
                "Santos is a surname",
                "in Boston they say",
                "arrived rotterdam",
                "nlrtm",
                "nl rtm",
                "NL-RTM",
                "Rotterdammer",
                "NLRTMX",
                "IN NSA",
                "El Salvador",
                "Hull, France",
                "the LA Port klang"
            })
    void anythingElseIsNone(String text) {
        assertThat(Reading.of(Label.PORT, text)).isEmpty();
    }

    @Test
    void aNameMayGoOverTheEndOfALine() {
        assertThat(Reading.of(Label.PORT, "via Le\nHavre")).containsExactly("Le\nHavre");
    }

    @Test
    void whatStandsAroundCounts() {
        assertThat(Reading.score(Label.PORT, "Rotterdam")).isEqualTo(0.7);
        assertThat(Reading.score(Label.PORT, "from Rotterdam")).isEqualTo(0.85);
        assertThat(Reading.score(Label.PORT, "port of Rotterdam")).isEqualTo(0.95);
        assertThat(Reading.score(Label.PORT, "from Santos")).isEqualTo(0.7);
        assertThat(Reading.score(Label.PORT, "Santos, BR")).isEqualTo(0.85);
        assertThat(Reading.score(Label.PORT, "NLRTM")).isEqualTo(0.9);
        assertThat(Reading.score(Label.PORT, "NL RTM")).isEqualTo(0.8);
    }

    @Test
    void everyPortOfTheTableIsFoundByItsCodeAndAllItsNames() {
        List<List<String>> rows = Table.rows("ports.tsv");
        assertThat(rows).hasSizeGreaterThan(400).allMatch(row -> row.size() == 4);
        assertThat(rows).extracting(List::getFirst).doesNotHaveDuplicates();
        for (List<String> row : rows) {
            assertThat(row.get(0)).matches("[A-Z]{2}[A-Z2-9]{3}");
            assertThat(Country.ofCode(row.get(0).substring(0, 2)))
                    .as(row.get(0))
                    .isPresent();
            assertThat(row.get(3)).isIn("", "ambiguous");
            assertThat(Reading.of(Label.PORT, row.get(0))).containsExactly(row.get(0));
            assertThat(Reading.of(Label.PORT, "Port of Loading: " + row.get(1))).containsExactly(row.get(1));
            Table.names(row.get(2))
                    .forEach(name ->
                            assertThat(Reading.of(Label.PORT, "POD: " + name)).containsExactly(name));
        }
    }
}
