package io.oceanid.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImoNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "the ship (IMO 9321483) sails, IMO 9321483",
        "IMO9321483, IMO9321483",
        "IMO: 9321483, IMO: 9321483",
        "IMO-9321483, IMO-9321483",
        "IMO No. 9321483, IMO No. 9321483",
        "IMO no 9321483, IMO no 9321483",
        "IMO Number: 9321483, IMO Number: 9321483",
        "IMO # 9321483., IMO # 9321483",
        "imo 9074729, imo 9074729",
        "SIMO 9321483, 9321483",
        "9321483, 9321483",
        "number 9321483 it is, 9321483"
    })
    void aNumberWithTheRightCheckDigitIsFound(String text, String found) {
        assertThat(Reading.of(Label.IMO, text)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IMO 9321484",
                "9321484",
                "IMO 932148",
                "IMO 93214830",
                "19321483",
                "IMO 9321483A",
                "A9321483",
                "IMO 0000000",
                "tel. 555-9321483",
                "9321483.50",
                "1,9321483",
                "$9321483",
                "€ 9321483",
                "9321483 %",
                "9321483/7",
                "IMO ９３２１４８３"
            })
    void anythingElseIsNone(String text) {
        assertThat(Reading.of(Label.IMO, text)).isEmpty();
    }

    @Example
    void aBareNumberIsLessCertain() {
        assertThat(Reading.score(Label.IMO, "IMO 9321483")).isEqualTo(0.95);
        assertThat(Reading.score(Label.IMO, "9321483")).isEqualTo(0.6);
    }

    @Property
    void everyValidNumberIsFoundWithItsPrefixAndWithout(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(6) String six, @ForAll("prefixes") String prefix) {
        if (six.equals("000000")) {
            return;
        }
        String number = six + checkDigit(six);
        assertThat(Reading.of(Label.IMO, "x " + prefix + number + " y")).containsExactly(prefix + number);
        assertThat(Reading.of(Label.IMO, "x " + number + " y")).containsExactly(number);
    }

    @Property
    void anotherCheckDigitIsNone(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(6) String six,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        assertThat(Reading.of(Label.IMO, "IMO " + six + (checkDigit(six) + off) % 10))
                .isEmpty();
    }

    /** The check digit cannot tell all: where a digit weighs an even number or five, another one may weigh the same. */
    @Property
    void anAlteredDigitIsNoneIfItsWeightTellsThemApart(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(6) String six,
            @ForAll @IntRange(max = 5) int place,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        char altered = (char) ('0' + (six.charAt(place) - '0' + off) % 10);
        String other = six.substring(0, place) + altered + six.substring(place + 1);
        boolean isSame = checkDigit(other) == checkDigit(six) && !other.equals("000000");
        assertThat(Reading.of(Label.IMO, "IMO " + other + checkDigit(six))).hasSize(isSame ? 1 : 0);
        if (place == 0 || place == 4) {
            assertThat(isSame).as("weights 7 and 3 tell all digits apart").isFalse();
        }
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of("IMO ", "IMO: ", "IMO No. ", "IMO-", "IMO", "Imo number ");
    }

    private static int checkDigit(String six) {
        return (7 * digit(six, 0)
                        + 6 * digit(six, 1)
                        + 5 * digit(six, 2)
                        + 4 * digit(six, 3)
                        + 3 * digit(six, 4)
                        + 2 * digit(six, 5))
                % 10;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
