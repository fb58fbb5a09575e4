package io.oceanid.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VesselNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MV NORTHERN STAR at Santos|MV NORTHERN STAR",
                "MV NORTHERN STAR AT SANTOS|MV NORTHERN STAR",
                "MV NORTHERN STAR (IMO 9321483)|MV NORTHERN STAR",
                "MV NORTHERN STAR Rotterdam|MV NORTHERN STAR",
                "MV Northern Star arrived|MV Northern Star",
                "MV Northern Star IMO 9321483|MV Northern Star",
                "M/V Ever Given V.0123|M/V Ever Given",
                "m.v. Ocean Pearl, laden|m.v. Ocean Pearl",
                "M.V. OCEAN PEARL|M.V. OCEAN PEARL",
                "mv Ocean Pearl|mv Ocean Pearl",
                "MT Nordic Hawk|MT Nordic Hawk",
                "M/T NORDIC HAWK 2|M/T NORDIC HAWK 2",
                "SS UNITED STATES in port|SS UNITED STATES",
                "MV VARIANT 28 2 at Santos|MV VARIANT 28 2",
                "MV ONE at Santos|MV ONE",
                "MV MSC Oscar sails|MV MSC Oscar",
                "MV CMA CGM Jules Verne|MV CMA CGM Jules Verne",
                "MV Ever Given II|MV Ever Given II",
                "MV Pride of Hull sails|MV Pride of Hull",
                "MV SPIRIT OF TASMANIA|MV SPIRIT OF TASMANIA",
                "MV Pride of the many|MV Pride",
                "Schiff „MV ÄGIR“ 🚢 aus|MV ÄGIR",
                "MV \"OCEAN PEARL\" sails|MV \"OCEAN PEARL\"",
                "M/V “Ocean Pearl”|M/V “Ocean Pearl”",
                "(the \"MV OCEAN PEARL\")|MV OCEAN PEARL",
                "MV ST. LOUIS|MV ST. LOUIS",
                "Vessel: EVER GIVEN|EVER GIVEN",
                "Vessel Name: Ever Given Voyage: 12|Ever Given",
                "Vessel: MV NORTHERN STAR|MV NORTHERN STAR",
                "MV ROTTERDAM EXPRESS|MV ROTTERDAM EXPRESS"
            })
    void theNameEndsWhereTheProseGoesOn(String text, String vessel) {
        assertThat(Reading.of(Label.VESSEL, text)).containsExactly(vessel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MV",
                "MV at Santos",
                "MV 28",
                "MV, NORTHERN STAR",
                "MV northern star",
                "5000 MT SOYBEANS",
                "5,000 mt Soybeans",
                "mt Everest",
                "12 mV Noise",
                "MVP AWARD",
                "Vessel: TBN",
                "Vessel Voyage",
                "vessel: ",
                "the vessel EVER GIVEN",
                "NORTHERN STAR"
            })
    void anythingElseIsNone(String text) {
        assertThat(Reading.of(Label.VESSEL, text)).isEmpty();
    }
}
