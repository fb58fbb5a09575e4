package io.oceanid.rows.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatCodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "901.21 => 0000.00 => 0901.21",
                "901.2 => 0.00 => 901.20",
                "321483 => 0000000 => 0321483",
                "0.256 => 0.0% => 25.6%",
                "0.5 => 0% => 50%",
                "1234567.5 => #,##0.00 => 1,234,567.50",
                "999 => #,##0 => 999",
                "0 => #,##0 => 0",
                "0 => # => ``",
                "0.5 => #.## => .5",
                "12 => #.## => 12.",
                "12.345 => 0.00 => 12.35",
                "1.005 => 0.00 => 1.01",
                "-5 => 0 => -5",
                "-5 => #,##0;[Red](#,##0) => (5)",
                "-5 => 0;-0 => -5",
                "0 => 0;-0;\"zero\" => zero",
                "-0.001 => 0.0 => 0.0",
                "5 => \"No. \"0 => No. 5",
                "3 => 0 \"TEU\" => 3 TEU",
                "123456789 => 000\\-000\\-000 => 123-456-789",
                "4930123456 => (000) 000-0000 => (493) 012-3456",
                "1234567 => 0.0,,\"M\" => 1.2M",
                "1234567 => #,##0, => 1,235",
                "1234.5 => [$€-407] #,##0.00 => € 1,234.50",
                "1234.5 => $#,##0.00_);($#,##0.00) => $1,234.50",
                "1234.5 => _(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_) => 1,234.50",
                "0 => _(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_) => -",
                "12345.678 => 0.00E+00 => 1.23E+04",
                "0.00012 => 0.0E-0 => 1.2E-4",
                "99999 => 0.0E+0 => 1.0E+5",
                "12345678 => ##0.0E+0 => 12.3E+6",
                "1.5 => # ?/? => 1 1/2",
                "0.333333333333333 => # ?/? => 1/3",
                "2 => # ?/? => 2",
                "2.99 => # ?/? => 3",
                "1.25 => ?/? => 5/4",
                "0.375 => # ??/8 => 3/8",
                "12 => @ => 12",
                "5 => [>10]\"big\";\"small\" => small",
                "50 => [>10]\"big\";\"small\" => big",
                "50 => [<10]0;[<100]0.0;0.00 => 50.0",
                "7 => [=1]\"yes\" => 7",
                "0.3 => General => 0.3",
                "-1.5 => General => -1.5",
                "7 => General\" TEU\" => 7 TEU",
                "-7 => General;General\" out\" => 7 out",
                "123456789012 => General => 123456789012",
                "1e20 => General => 1E+20",
                "1.5e-12 => General => 1.5E-12",
                "5 => ;;; => ``",
                "1234.5678 => 0.00## => 1234.5678",
                "1.5 => 0.00## => 1.50",
                "1.5 => 0.0?? => 1.5",
            })
    void numbersAreShownAsExcelShowsThem(double value, String code, String shown) {
        assertThat(FormatCode.of(code).show(value, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "45352 => m/d/yyyy => 3/1/2024",
                "45352 => yyyy\\-mm\\-dd => 2024-03-01",
                "45352 => yyyy-mm-dd => 2024-03-01",
                "45352.75 => dd.mm.yyyy hh:mm => 01.03.2024 18:00",
                "45352.5 => yyyy-mm-ddThh:mm:ss => 2024-03-01T12:00:00",
                "45352 => [$-409]d\\-mmm\\-yy;@ => 1-Mar-24",
                "45352 => [$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy => Friday, March 01, 2024",
                "45352 => ddd mmmmm => Fri M",
                "0.5 => h:mm AM/PM => 12:00 PM",
                "0.25 => h A/P => 6 A",
                "0.999999999 => hh:mm:ss => 00:00:00",
                "0.52348 => mm:ss.0 => 33:48.7",
                "0.52348 => hh:mm:ss.000 => 12:33:48.672",
                "1.5 => [h]:mm => 36:00",
                "1.5 => [mm] => 2160",
                "0.001 => [ss] => 86",
                "-1 => yyyy-mm-dd => -1",
                "3000000 => yyyy => 3000000",
                "1 => yyyy-mm-dd => 1900-01-01",
                "59 => yyyy-mm-dd => 1900-02-28",
                "61 => yyyy-mm-dd => 1900-03-01",
            })
    void daysAndTimesAreShownAsExcelShowsThem(double value, String code, String shown) {
        assertThat(FormatCode.of(code).show(value, false)).isEqualTo(shown);
    }

    @Test
    void daysMayBeCountedFrom1904() {
        assertThat(FormatCode.of("yyyy-mm-dd").show(43890, true)).isEqualTo("2024-03-01");
    }

    @Test
    void formatsThatAWorkbookOnlyNumbersAreKnown() {
        assertThat(FormatCode.of(BuiltInFormats.code(14)).show(45352.25, false)).isEqualTo("3/1/2024");
        assertThat(FormatCode.of(BuiltInFormats.code(22)).show(45352.25, false)).isEqualTo("3/1/2024 6:00");
        assertThat(FormatCode.of(BuiltInFormats.code(30)).show(45352, false)).isEqualTo("3/1/2024");
        assertThat(FormatCode.of(BuiltInFormats.code(44)).show(-2.5, false)).isEqualTo("$(2.50)");
        assertThat(FormatCode.of(BuiltInFormats.code(200)).show(2.5, false)).isEqualTo("2.5");
    }

    @Property(tries = 2000)
    void noFormatFails(@ForAll("codes") String code, @ForAll double value) {
        assertThatNoException().isThrownBy(() -> FormatCode.of(code).show(value, false));
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withChars("0#?.,%/@[]\"\\_*;ymdhsEe+-AMP$<>=1 G")
                .ofMaxLength(14);
    }
}
