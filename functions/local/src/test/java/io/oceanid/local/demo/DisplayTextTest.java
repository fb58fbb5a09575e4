package io.oceanid.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTextTest {

    @ParameterizedTest
    @CsvSource({"Käthe,5", "a\u0308gir,4", "⚓,2", "🚢🐟,4", "☑,1", "漢字,4", "ｶﾅ,2", "ＡＢ,4", "👩\u200d✈,3", "'',0"})
    void aTextIsAsWideAsATerminalShowsIt(String text, int width) {
        assertThat(DisplayText.width(text)).isEqualTo(width);
    }

    @Test
    void aTextThatFitsStaysWhole() {
        assertThat(DisplayText.oneLine("MV ÆGIR", 7)).isEqualTo("MV ÆGIR");
    }

    @Test
    void aWiderTextIsShortenedToTheWidth() {
        assertThat(DisplayText.oneLine("NORTHERN STAR", 8)).isEqualTo("NORTHER…");
        assertThat(DisplayText.oneLine("NORTHERN STAR", 10)).isEqualTo("NORTHERN…");
    }

    @Test
    void aWideCharacterIsNotCutInHalf() {
        assertThat(DisplayText.oneLine("🚢🚢🚢", 4)).isEqualTo("🚢…");
        assertThat(DisplayText.oneLine("🚢🚢🚢", 5)).isEqualTo("🚢🚢…");
    }

    @Test
    void lineBreaksAndControlCharactersDoNotBreakTheLine() {
        assertThat(DisplayText.oneLine("one\r\n two\nthree\tfour\u001b[31m", 60))
                .isEqualTo("one ⏎ two ⏎ three four [31m");
    }
}
