package io.oceanid.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "under the Liberia flag, risk|Liberia",
                "a Panama-flagged bulker|Panama",
                "a Marshall Islands flagged tanker|Marshall Islands",
                "THE MARSHALL ISLANDS FLAG VESSEL|MARSHALL ISLANDS",
                "Flag: Panama|Panama",
                "FLAG PANAMA|PANAMA",
                "Flag state Liberia|Liberia",
                "flag state: Antigua & Barbuda|Antigua & Barbuda",
                "Flag: PA|PA",
                "flag: LBR|LBR",
                "Flag (MT)|MT",
                "Flag: IN|IN",
                "flag PA, built 2010|PA",
                "PA-flagged|PA",
                "under the flag of Malta|Malta",
                "flag of the Bahamas|Bahamas",
                "flag: The Bahamas|Bahamas",
                "Flag = Côte d'Ivoire|Côte d'Ivoire",
                "Flag: COTE D'IVOIRE|COTE D'IVOIRE",
                "Flag: St. Vincent and the Grenadines|St. Vincent and the Grenadines",
                "Flag: ST VINCENT & GRENADINES|ST VINCENT & GRENADINES",
                "flag: South Korea|South Korea",
                "Flag: Guinea-Bissau|Guinea-Bissau",
                "Flag: Guinea|Guinea",
                "Flag: U.K.|U.K",
                "registered in Cyprus|Cyprus",
                "registered in Singapore|Singapore",
                "Registry: Hong Kong|Hong Kong",
                "Singapore-flagged|Singapore"
            })
    void theFlagStateIsFound(String text, String country) {
        assertThat(Reading.of(Label.FLAG, text)).containsExactly(country);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from Panama to Liberia",
                "origin: Brazil",
                "PA",
                "flag: panama",
                "flag: pa",
                "flag: XX",
                "the flag IN THE WIND",
                "FLAG IS RED",
                "flag of convenience",
                "flags were raised. Nobody saw Panama",
                "Panama, flagged by customs",
                "flag",
                "registered",
                "registered letter to Cyprus"
            })
    void aCountryAloneIsNoFlag(String text) {
        assertThat(Reading.of(Label.FLAG, text)).isEmpty();
    }

    @Test
    void aRegistryOfWhateverKindIsLessCertain() {
        assertThat(Reading.score(Label.FLAG, "flag: Cyprus")).isEqualTo(0.9);
        assertThat(Reading.score(Label.FLAG, "flag: CY")).isEqualTo(0.8);
        assertThat(Reading.score(Label.FLAG, "a company registered in Cyprus")).isEqualTo(0.75);
        assertThat(Reading.score(Label.FLAG, "Registry: CY")).isEqualTo(0.8);
    }

    @Test
    void everyCountryOfTheTableIsFoundByAllItsNames() {
        List<List<String>> rows = Table.rows("countries.tsv");
        assertThat(rows).hasSize(249).allMatch(row -> row.size() == 4);
        for (List<String> row : rows) {
            assertThat(row.get(0)).matches("[A-Z]{2}");
            assertThat(row.get(1)).matches("[A-Z]{3}");
            assertThat(Reading.of(Label.FLAG, "Flag: " + row.get(0))).containsExactly(row.get(0));
            assertThat(Reading.of(Label.FLAG, "Flag: " + row.get(1))).containsExactly(row.get(1));
            assertThat(Reading.of(Label.FLAG, "Flag: " + row.get(2)))
                    .as(row.get(2))
                    .hasSize(1);
            Table.names(row.get(3))
                    .forEach(name -> assertThat(Reading.of(Label.FLAG, "Flag: " + name))
                            .as(name)
                            .hasSize(1));
        }
    }
}
