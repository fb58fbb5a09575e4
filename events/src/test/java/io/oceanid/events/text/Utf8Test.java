package io.oceanid.events.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    private static final byte[] SHIP = "🚢".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "a€", "🚢", "\u0000", "\uFFFD"})
    void textIsWellFormed(String text) {
        assertThat(Utf8.isWellFormed(text.getBytes(UTF_8))).isTrue();
    }

    @Test
    void longTextIsWellFormedWhereverItsCharactersStand() {
        for (int length = 500; length < 530; length++) {
            String text = "é" + "a".repeat(length) + "🚢".repeat(600);
            assertThat(Utf8.isWellFormed(text.getBytes(UTF_8)))
                    .as("after %d", length)
                    .isTrue();
        }
    }

    @Test
    void whatIsCutOffIsNot() {
        for (int kept = 1; kept < SHIP.length; kept++) {
            assertThat(Utf8.isWellFormed(Arrays.copyOf(SHIP, kept))).isFalse();
        }
    }

    @Test
    void bytesAreWellFormedIfJavaReadsThemWithoutLoss() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = ("a€🚢é".repeat(1 + random.nextInt(100)) + "z").getBytes(UTF_8);
            int changes = random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            boolean lossless = Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
            assertThat(Utf8.isWellFormed(bytes)).isEqualTo(lossless);
        }
    }
}
