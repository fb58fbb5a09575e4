package io.oceanid.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void aListGivesItsObjectsAsTheyAre() {
        assertThat(Told.of("[{\"a\":1.10,\"b\":null},\n {\"data\":{\"text\":\"x\"}}, 3, [{}], {}]", "t.json"))
                .containsExactly(
                        "1: {\"a\":1.10,\"b\":null}",
                        "2: {\"data\":{\"text\":\"x\"}}",
                        "3: no JSON object",
                        "4: no JSON object",
                        "5: {}");
    }

    @Test
    void oneObjectIsOneRow() {
        assertThat(Told.of("\uFEFF{\"a\":{\"b\":[1,2]}}", "t.json")).containsExactly("1: {\"a\":{\"b\":[1,2]}}");
        assertThat(Told.of("[]", "t.json")).isEmpty();
    }

    @Test
    void numbersKeepAllTheirDigits() {
        assertThat(Told.of("[{\"a\":12345678901234567890.123456789012345678901}]", "t.json"))
                .containsExactly("1: {\"a\":12345678901234567890.123456789012345678901}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1}", "[{\"a\":1},", "[{\"a\":1}] {}", "[{\"a\"", "[{\"a\":1} {\"a\":2}]", "[{]"})
    void jsonThatEndsEarlyOrGoesOnIsRefused(String json) {
        assertThatThrownBy(() -> Told.of(json, "t.json")).isInstanceOf(UnreadableSourceException.class);
    }

    @Test
    void jsonThatIsTooDeepIsRefused() {
        String deep = "[".repeat(10_000);
        assertThatThrownBy(() -> Told.of("[{\"a\":" + deep, "t.json")).isInstanceOf(UnreadableSourceException.class);
        assertThat(Told.of("{\"a\":" + deep + "\n{\"a\":1}\n", "t.jsonl"))
                .hasSize(2)
                .last()
                .isEqualTo("2: {\"a\":1}");
    }

    @Test
    void aNumberThatNoDecimalHoldsIsRefused() {
        String huge = "{\"a\":1e99999999901}";
        assertThatThrownBy(() -> Told.of("[" + huge + "]", "t.json"))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("too large");
        assertThat(Told.of(huge + "\n{\"a\":1}\n", "t.jsonl"))
                .containsExactly("1: JSON with a number that is too large or too small", "2: {\"a\":1}");
    }

    @Test
    void aBrokenLineIsSaidAndTheRestGoesOn() {
        assertThat(Told.of("{\"a\":1}\r\n{\"a\":\n\n[1]\n{\"a\":1} x\n{\"a\":2}", "t.jsonl"))
                .containsExactly(
                        "1: {\"a\":1}",
                        "2: not JSON: column 6",
                        "4: no JSON object",
                        "5: not JSON: column 9",
                        "6: {\"a\":2}");
    }
}
