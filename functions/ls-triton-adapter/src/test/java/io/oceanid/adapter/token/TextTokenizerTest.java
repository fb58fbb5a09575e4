package io.oceanid.adapter.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTokenizerTest {

    @ParameterizedTest
    @CsvSource({
        "BERT_UNCASED, 2, 3, 0",
        "BERT_CASED, 2, 3, 0",
        "ROBERTA, 0, 2, 1",
        "ROBERTA_PREFIX_SPACE, 0, 2, 1",
        "GPT2, , , 0",
        "XLM_R, 0, 2, 1",
        "LLAMA, 1, , 0",
    })
    void theSpecialTokensAreThoseOfTheTokenizer(
            SmallTokenizer kind, @Nullable Integer before, @Nullable Integer behind, int padding) {
        SpecialTokens special = kind.tokenizer().specialTokens();
        assertThat(special.prefix()).isEqualTo(before == null ? new int[0] : new int[] {before});
        assertThat(special.suffix()).isEqualTo(behind == null ? new int[0] : new int[] {behind});
        assertThat(special.padding()).isEqualTo(padding);
        assertThat(special.size()).isEqualTo(special.prefix().length + special.suffix().length);
    }

    @Test
    void aByteLevelTokenHasTheSpanOfItsWholeCharacter() {
        Encoding encoding = SmallTokenizer.ROBERTA.encode("é🚢 ship");
        assertThat(encoding.starts()).containsExactly(0, 1, 1, 1, 1, 3);
        assertThat(encoding.ends()).containsExactly(1, 2, 2, 2, 2, 7);
        assertThat(encoding.words()).containsExactly(0, 1, 1, 1, 1, 2);
    }

    @Test
    void aSpanMayHoldTheSpaceBeforeItsWord() {
        assertThat(SmallTokenizer.GPT2.encode("the ship").starts()).containsExactly(0, 3);
    }

    @Test
    void anAccentThatTheTokenizerStripsBelongsToItsLetter() {
        Encoding encoding = SmallTokenizer.BERT_UNCASED.encode("A ship\u0301. Ship");
        assertThat(encoding.starts()).containsExactly(0, 2, 7, 9);
        assertThat(encoding.ends()).containsExactly(1, 7, 8, 13);
        assertThat(SmallTokenizer.BERT_UNCASED.encode("ship\u0301").ends()).containsExactly(5);
    }

    @Test
    void anAccentThatTheTokenizerComposesBelongsToItsLetter() {
        Encoding encoding = SmallTokenizer.XLM_R.encode("e\u0301 ship");
        assertThat(encoding.ends()[encoding.size() - 2]).isEqualTo(2);
        assertThat(encoding.starts()[encoding.size() - 1]).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void halfSurrogatesNulAndWhatIsDroppedShiftNothing(SmallTokenizer kind) {
        for (String before : List.of("\ud83d", "\udea2\0", "\u0001\u200b\0", "<s>\u200b", "🚢\ud83d🚢\u0001\r\n")) {
            int start = before.codePointCount(0, before.length()) + 1;
            Encoding encoding = kind.encode(before + " ship");
            assertThat(encoding.ends()[encoding.size() - 1]).isEqualTo(start + 4);
            assertThat(encoding.starts()[encoding.size() - 1]).isBetween(start - 1, start);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTextHasNoTokens(SmallTokenizer kind) {
        assertThat(kind.encode("").size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void wordsEndAtWhiteSpace(SmallTokenizer kind) {
        Encoding encoding = kind.encode("the Aurora\nthe\r\nAurora");
        Set<Integer> words = new HashSet<>();
        for (int start : new int[] {0, 4, 11, 16}) {
            int[] ofWord = IntStream.range(0, encoding.size())
                    .filter(token -> encoding.starts()[token] >= start && encoding.starts()[token] < start + 3)
                    .map(token -> encoding.words()[token])
                    .toArray();
            assertThat(ofWord).containsOnly(ofWord[0]);
            assertThat(words.add(ofWord[0])).isTrue();
        }
        for (int i = 1; i < encoding.size(); i++) {
            boolean beginsLine = encoding.starts()[i] == 11 || encoding.starts()[i] == 16;
            if (beginsLine && encoding.starts()[i - 1] < encoding.starts()[i]) {
                assertThat(encoding.words()[i]).isGreaterThan(encoding.words()[i - 1]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 5_000})
    void theFileNeitherTruncatesNorPads(int words) {
        assertThat(SmallTokenizer.BERT_UNCASED.encode("ship ".repeat(words)).size())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void aLongTextIsTheSameAsItsParagraphs(SmallTokenizer kind) {
        String paragraph = "The motor vessel Aurora 🚢 left Cádiz, flag of Malta.\n";
        int length = paragraph.codePointCount(0, paragraph.length());
        Encoding whole = kind.encode(paragraph.repeat(2_000));
        List<String> second = shown(kind.encode(paragraph.repeat(3)), length, 2 * length);
        for (int start = length; start < 1_999 * length; start += 97 * length) {
            assertThat(shown(whole, start, start + length)).isNotEmpty().isEqualTo(second);
        }
    }

    private static List<String> shown(Encoding encoding, int from, int to) {
        return IntStream.range(0, encoding.size())
                .filter(token -> encoding.starts()[token] >= from && encoding.starts()[token] < to)
                .mapToObj(token -> "%d at %d to %d"
                        .formatted(
                                encoding.ids()[token], encoding.starts()[token] - from, encoding.ends()[token] - from))
                .toList();
    }

    @Test
    void manyThreadsEncodeAtOnce() throws ExecutionException, InterruptedException {
        Encoding alone = SmallTokenizer.ROBERTA.encode("Ocean Star 🚢 off Cádiz");
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Encoding>> encodings = IntStream.range(0, 400)
                    .mapToObj(i -> threads.submit(() -> SmallTokenizer.ROBERTA.encode("Ocean Star 🚢 off Cádiz")))
                    .toList();
            for (Future<Encoding> encoding : encodings) {
                assertThat(encoding.get()).usingRecursiveComparison().isEqualTo(alone);
            }
        }
    }

    @Test
    void closingWaitsForWhoEncodesAndRefusesOthers() throws InterruptedException {
        TextTokenizer tokenizer = TextTokenizer.open(SmallTokenizer.GPT2.folder());
        String text = "the ship ".repeat(2_000);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> sizes = IntStream.range(0, 60)
                    .mapToObj(i -> threads.submit(() -> tokenizer.encode(text).size()))
                    .toList();
            tokenizer.close();
            tokenizer.close();
            for (Future<Integer> size : sizes) {
                try {
                    assertThat(size.get()).isPositive();
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(IllegalStateException.class);
                }
            }
        }
        assertThatIllegalStateException().isThrownBy(() -> tokenizer.encode("ship"));
    }
}
