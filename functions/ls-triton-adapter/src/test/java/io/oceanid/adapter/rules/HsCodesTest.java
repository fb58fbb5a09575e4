package io.oceanid.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HsCodesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soybeans HS 1201.90 at Santos|1201.90",
                "HS code: 1201.90.00|1201.90.00",
                "HS Code No.: 120190|120190",
                "H.S. Code 12019000|12019000",
                "HTS 8471.30.01.00|8471.30.01.00",
                "HTSUS 8471.30.0100|8471.30.0100",
                "HS heading 1201|1201",
                "hs-code 0901.21|0901.21",
                "tariff 090121|090121",
                "Tariff number: 0901 21 00|0901 21 00",
                "commodity code 1507.10|1507.10",
                "CN code 1001 99 00|1001 99 00",
                "customs tariff no. 2709.00|2709.00",
                "(HS 1201.90)|1201.90",
                "HS\t1201.90|1201.90",
                "item 1201.90.00 of the list|1201.90.00",
                "soybeans 1201.90 in bulk|1201.90"
            })
    void aCodeIsFound(String text, String code) {
        assertThat(Reading.of(Label.HS_CODE, text)).containsExactly(code);
    }

    @Test
    void aListBehindTheWordIsAllCodes() {
        assertThat(Reading.of(Label.HS_CODE, "HS codes: 1201.90, 150710 and 2304.00; 1001 are covered"))
                .containsExactly("1201.90", "150710", "2304.00", "1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "120190",
                "12019000",
                "1201",
                "HS 7701.00",
                "HS 9801.00",
                "HS 0001.00",
                "HS 1200.90",
                "HS 1234.56",
                "HS 12019",
                "HS 1201.9",
                "1234.56 USD",
                "$1205.50",
                "USD 1205.50",
                "1205.50 EUR",
                "1005.90 kg",
                "12.05 %",
                "1005.90%",
                "total 1205.00",
                "2024.03.01",
                "on 2024.12",
                "1.1201.90",
                "1201.90.00.00.1",
                "1,201.90",
                "A1201.90",
                "1201.90a",
                "tariff 2024",
                "phs 1201"
            })
    void anythingElseIsNone(String text) {
        assertThat(Reading.of(Label.HS_CODE, text)).isEmpty();
    }

    @Test
    void whatTheTextSaysCounts() {
        assertThat(Reading.score(Label.HS_CODE, "HS 1201.90")).isEqualTo(0.95);
        assertThat(Reading.score(Label.HS_CODE, "1201.90.00")).isEqualTo(0.7);
        assertThat(Reading.score(Label.HS_CODE, "1201.90")).isEqualTo(0.4);
    }

    @Test
    void theHeadingsOfTheChaptersAreThose() {
        int headings = 0;
        for (int heading = 0; heading <= 9999; heading++) {
            headings += HsHeadings.isHeadingOf("%04d".formatted(heading)) ? 1 : 0;
        }
        // the edition of 2022 has 1,228; headings given up before are counted here, too
        assertThat(headings).isBetween(1228, 1270);
        assertThat(HsHeadings.isHeadingOf("8549")).isTrue();
        assertThat(HsHeadings.isHeadingOf("8550")).isFalse();
        assertThat(HsHeadings.isHeadingOf("9706")).isTrue();
        assertThat(HsHeadings.isHeadingOf("7701")).isFalse();
    }
}
