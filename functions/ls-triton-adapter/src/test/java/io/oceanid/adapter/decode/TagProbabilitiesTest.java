package io.oceanid.adapter.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.oceanid.adapter.token.Window;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagProbabilitiesTest {

    @Test
    void logitsBecomeProbabilities() {
        float[] row = TagProbabilities.merge(1, 3, List.of(logits(0, 1, 0, 0, 0, 1, 2, 3, 0, 0, 0)))
                .of(0);
        assertThat(row[0]).isCloseTo(0.0900306f, within(1e-6f));
        assertThat(row[1]).isCloseTo(0.2447285f, within(1e-6f));
        assertThat(row[2]).isCloseTo(0.6652410f, within(1e-6f));
    }

    @Test
    void logitsOfAnySizeBecomeProbabilities() {
        float[] huge = TagProbabilities.merge(
                        1,
                        3,
                        List.of(logits(0, 1, 0, 0, 0, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE, 0, 0, 0)))
                .of(0);
        assertThat(huge).containsExactly(0.5f, 0, 0.5f);
    }

    @Test
    void specialTokensAndPaddingAreNotLookedAt() {
        float nan = Float.NaN;
        float[] row = TagProbabilities.merge(1, 2, List.of(logits(0, 1, nan, nan, 0, 0, nan, nan, nan, nan)))
                .of(0);
        assertThat(row).containsExactly(0.5f, 0.5f);
    }

    /** Two tokens that both windows have: the first window is surer of the second of them. */
    @Test
    void whereWindowsOverlapTheOneThatIsSurerOfTheTokenCounts() {
        var merged = TagProbabilities.merge(
                4, 2, List.of(logits(0, 3, 0, 0, 9, 0, 1, 0, 3, 0, 0, 0), logits(1, 4, 0, 0, 0, 2, 0, 2, 0, 9, 0, 0)));
        assertThat(new int[] {best(merged, 0), best(merged, 1), best(merged, 2), best(merged, 3)})
                .containsExactly(0, 1, 0, 1);
        assertThat(merged.of(1)[1]).isCloseTo(0.8807971f, within(1e-6f));
        assertThat(merged.of(2)[0]).isCloseTo(0.9525741f, within(1e-6f));
    }

    /** Five tokens in the windows 0-3 and 1-5, of which each is as sure of another tag. */
    @Test
    void ofWindowsAsSureAsEachOtherTheOneInWhichTheTokenIsFartherFromACutCounts() {
        var merged = TagProbabilities.merge(
                5,
                2,
                List.of(
                        logits(0, 3, 0, 0, 99, 0, 99, 0, 99, 0, 0, 0),
                        logits(1, 5, 0, 0, 0, 99, 0, 99, 0, 99, 0, 99, 0, 0)));
        assertThat(new int[] {best(merged, 0), best(merged, 1), best(merged, 2), best(merged, 3), best(merged, 4)})
                .containsExactly(0, 0, 1, 1, 1);
    }

    @Test
    void theEarlierWindowCountsWhereATokenIsAsFarInBoth() {
        var merged = TagProbabilities.merge(
                3, 2, List.of(logits(0, 2, 0, 0, 99, 0, 99, 0, 0, 0), logits(1, 3, 0, 0, 0, 99, 0, 99, 0, 0)));
        assertThat(best(merged, 1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(float value) {
        assertThatExceptionOfType(UnusableLogitsException.class)
                .isThrownBy(() -> TagProbabilities.merge(1, 2, List.of(logits(0, 1, 0, 0, 0, value, 0, 0))))
                .withMessage("the logit of token 0 and tag 1 is " + value);
    }

    @Test
    void tooFewLogitsAreRefused() {
        assertThatExceptionOfType(UnusableLogitsException.class)
                .isThrownBy(() -> TagProbabilities.merge(1, 2, List.of(logits(0, 1, 0, 0, 0, 0, 0))))
                .withMessage("5 logits for 3 tokens and 2 tags");
    }

    @Test
    void aTokenInNoWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TagProbabilities.merge(2, 2, List.of(logits(0, 1, 0, 0, 0, 0, 0, 0))));
    }

    @Test
    void logitsMayBePartOfMore() {
        FloatBuffer all =
                FloatBuffer.wrap(new float[] {7, 7, 0, 0, 99, 0, 0, 0}).position(2);
        var merged = TagProbabilities.merge(1, 2, List.of(new WindowLogits(window(0, 1), all)));
        assertThat(best(merged, 0)).isZero();
    }

    private static WindowLogits logits(int from, int to, float... values) {
        return new WindowLogits(window(from, to), FloatBuffer.wrap(values));
    }

    private static Window window(int from, int to) {
        return new Window(from, to, new int[to - from + 2], 1);
    }

    private static int best(TagProbabilities probabilities, int token) {
        return Scores.best(probabilities.of(token));
    }
}
