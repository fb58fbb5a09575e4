package io.oceanid.adapter.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.token.Encoding;
import io.oceanid.events.text.CodePoints;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityDecoderTest {

    private static final TagSet TAGS = TagSet.of(List.of("O", "B-X", "I-X"), 3);

    /** {@code ab cd}, where {@code ab} is of three tokens. */
    private static final Encoding WORDS = new Encoding(
            new int[] {1, 2, 3, 4}, new int[] {0, 1, 2, 4}, new int[] {1, 2, 3, 6}, new int[] {0, 0, 0, 1});

    private static final String TEXT = "abc de";

    @ParameterizedTest
    @CsvSource({
        "TOKEN, 0-1 0.60",
        "FIRST, 0-3 0.60",
        "AVERAGE, 4-6 0.50",
        "MAX, 4-6 0.50",
    })
    void aWordHasTheTagOfItsStrategy(Aggregation aggregation, String expected) {
        List<Entity> entities = decode(
                aggregation, WORDS, TEXT, new double[][] {{.3, .6, .1}, {.8, .1, .1}, {.5, .3, .2}, {.3, .5, .2}});
        assertThat(entities.stream().map(EntityDecoderTest::show)).contains(expected);
        boolean isTagged = aggregation == Aggregation.TOKEN || aggregation == Aggregation.FIRST;
        assertThat(entities).hasSize(isTagged ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN, 1-2 0.90",
        "FIRST, ''",
        "AVERAGE, ''",
        "MAX, 0-3 0.90",
    })
    void aWordHasTheTagOfItsSurestTokenOnlyWithMax(Aggregation aggregation, String expected) {
        List<Entity> entities = decode(
                aggregation, WORDS, TEXT, new double[][] {{.8, .1, .1}, {.05, .9, .05}, {.8, .1, .1}, {1, 0, 0}});
        assertThat(entities.stream().map(EntityDecoderTest::show))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void theAverageIsOfProbabilities() {
        List<Entity> entities = decode(
                Aggregation.AVERAGE, WORDS, TEXT, new double[][] {{.2, .8, 0}, {.6, .4, 0}, {.4, .6, 0}, {.3, .2, .5}});
        assertThat(entities.stream().map(EntityDecoderTest::show)).containsExactly("0-6 0.55");
    }

    @Test
    void theScoreIsTheMeanOfTheTagsThatWon() {
        List<Entity> entities = decode(
                Aggregation.TOKEN, WORDS, TEXT, new double[][] {{.2, .8, 0}, {.2, .1, .7}, {0, 0, 1}, {.9, 0, .1}});
        assertThat(entities).hasSize(1);
        assertThat(entities.getFirst().score()).isCloseTo((.8 + .7 + 1) / 3, within(1e-6));
    }

    @Test
    void whiteSpaceIsNoPartOfAnEntity() {
        var encoding = new Encoding(new int[] {1, 2}, new int[] {0, 4}, new int[] {4, 6}, new int[] {0, 1});
        assertThat(decode(Aggregation.TOKEN, encoding, "\u00a0🚢a\n \u3000", new double[][] {{0, 1, 0}, {0, 0, 1}}))
                .containsExactly(new Entity(1, 3, "X", 1));
    }

    @Test
    void whiteSpaceBetweenTokensPartsNothing() {
        var encoding = new Encoding(new int[] {1, 2, 3}, new int[] {0, 1, 2}, new int[] {1, 2, 3}, new int[] {0, 1, 2});
        assertThat(decode(Aggregation.TOKEN, encoding, "a b", new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}))
                .containsExactly(new Entity(0, 3, "X", 1));
        assertThat(decode(Aggregation.TOKEN, encoding, "a b", new double[][] {{0, 1, 0}, {0, 1, 0}, {0, 0, 1}}))
                .containsExactly(new Entity(0, 1, "X", 1), new Entity(2, 3, "X", 1));
    }

    @Test
    void nothingButWhiteSpaceIsNoEntity() {
        var encoding = new Encoding(new int[] {1, 2}, new int[] {0, 1}, new int[] {0, 2}, new int[] {0, 0});
        for (Aggregation aggregation : Aggregation.values()) {
            assertThat(decode(aggregation, encoding, "  ", new double[][] {{0, 1, 0}, {0, 1, 0}}))
                    .isEmpty();
        }
    }

    @Test
    void tokensThatShareACharacterAreOne() {
        var encoding = new Encoding(
                new int[] {1, 2, 3, 4}, new int[] {0, 0, 0, 1}, new int[] {1, 2, 1, 2}, new int[] {0, 1, 2, 3});
        for (Aggregation aggregation : new Aggregation[] {Aggregation.TOKEN, Aggregation.FIRST}) {
            assertThat(decode(
                            aggregation, encoding, "🚢🚢", new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 1, 0}, {0, 1, 0}}))
                    .containsExactly(new Entity(0, 2, "X", 1));
        }
    }

    @Test
    void aTextWithoutTokensHasNoEntities() {
        var encoding = new Encoding(new int[0], new int[0], new int[0], new int[0]);
        assertThat(decode(Aggregation.FIRST, encoding, "", new double[0][])).isEmpty();
    }

    @Test
    void probabilitiesOfAnotherTextAreRefused() {
        var probabilities = TagProbabilities.merge(0, 3, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new EntityDecoder(TAGS, Aggregation.FIRST).decode(WORDS, probabilities, new CodePoints(TEXT)))
                .withMessage("probabilities of 0 tokens and 3 tags for 4 tokens and 3 tags");
    }

    private static List<Entity> decode(Aggregation aggregation, Encoding encoding, String text, double[][] of) {
        float[][] logits = new float[of.length][3];
        for (int token = 0; token < of.length; token++) {
            for (int tag = 0; tag < 3; tag++) {
                logits[token][tag] = (float) Math.max(-100, Math.log(of[token][tag]));
            }
        }
        return new TaggedText(text, encoding, logits).decode(TAGS, aggregation);
    }

    private static String show(Entity entity) {
        return String.format(Locale.ROOT, "%d-%d %.2f", entity.start(), entity.end(), entity.score());
    }
}
