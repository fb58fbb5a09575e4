package io.oceanid.adapter.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WindowsTest {

    private static final SpecialTokens AROUND = new SpecialTokens(new int[] {101}, new int[] {102, 103}, 0);

    @Property
    void windowsCoverTheTextAndOverlap(@ForAll("encodings") Encoding encoding, @ForAll("sizes") Size size) {
        List<Window> windows = size.windows().of(encoding);
        int reached = 0;
        for (Window window : windows) {
            boolean isFirst = reached == 0;
            assertThat(window.from()).isEqualTo(isFirst ? 0 : Math.min(window.from(), reached - size.overlap()));
            assertThat(window.to()).isGreaterThan(reached);
            assertThat(window.ids().length).isLessThanOrEqualTo(size.maxTokens());
            reached = window.to();
        }
        assertThat(reached).isEqualTo(encoding.size());
    }

    @Property
    void aWindowHasTheTokensItSaysBetweenTheSpecialOnes(
            @ForAll("encodings") Encoding encoding, @ForAll("sizes") Size size) {
        for (Window window : size.windows().of(encoding)) {
            int end = window.offset() + window.size();
            assertThat(Arrays.copyOf(window.ids(), window.offset())).containsExactly(101);
            assertThat(Arrays.copyOfRange(window.ids(), window.offset(), end))
                    .isEqualTo(Arrays.copyOfRange(encoding.ids(), window.from(), window.to()));
            assertThat(Arrays.copyOfRange(window.ids(), end, window.ids().length))
                    .containsExactly(102, 103);
        }
    }

    @Property
    void noWordIsCutIfWordsAreShort(@ForAll("encodings") Encoding encoding, @ForAll("sizes") Size size) {
        int longest = longestWord(encoding);
        int nearestBorder = longest - 1;
        if (2 * nearestBorder + 1 > size.capacity() - size.overlap()) {
            return;
        }
        for (Window window : size.windows().of(encoding)) {
            assertThat(isBorder(encoding, window.from())).isTrue();
            assertThat(isBorder(encoding, window.to())).isTrue();
        }
    }

    @Property
    void aTextThatFitsIsOneWindow(@ForAll("encodings") Encoding encoding) {
        var windows = new Windows(AROUND, encoding.size() + 4, encoding.size() / 2);
        assertThat(windows.of(encoding)).hasSize(encoding.size() == 0 ? 0 : 1);
    }

    @Example
    void windowsAreCutBetweenWordsAndOverlapByWholeWords() {
        Encoding encoding = encoding(new int[] {0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 5});
        assertThat(new Windows(AROUND, 11, 1).of(encoding))
                .extracting(window -> window.from() + "-" + window.to())
                .containsExactly("0-7", "5-12");
    }

    @Example
    void aWordLongerThanAWindowIsCut() {
        Encoding encoding = encoding(new int[10]);
        assertThat(new Windows(AROUND, 7, 1).of(encoding))
                .extracting(window -> window.from() + "-" + window.to())
                .containsExactly("0-4", "3-7", "6-10");
    }

    @Example
    void windowsWithoutRoomAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Windows(AROUND, 8, 5))
                .withMessage("windows of 8 tokens, 3 of them special, cannot overlap by 5 of the others");
        assertThatIllegalArgumentException().isThrownBy(() -> new Windows(AROUND, 8, -1));
    }

    @Provide
    Arbitrary<Encoding> encodings() {
        return Arbitraries.integers().between(1, 6).list().ofMaxSize(60).map(lengths -> encoding(wordsOf(lengths)));
    }

    @Provide
    Arbitrary<Size> sizes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(0, 39))
                .as((capacity, overlap) -> new Size(capacity, overlap % capacity));
    }

    private static int[] wordsOf(List<Integer> lengths) {
        int total = lengths.stream().mapToInt(Integer::intValue).sum();
        int[] words = new int[total];
        int at = 0;
        for (int word = 0; word < lengths.size(); word++) {
            Arrays.fill(words, at, at + lengths.get(word), word);
            at += lengths.get(word);
        }
        return words;
    }

    private static Encoding encoding(int[] words) {
        int[] ids = new int[words.length];
        Arrays.setAll(ids, i -> i);
        return new Encoding(ids, ids, ids, words);
    }

    private static boolean isBorder(Encoding encoding, int token) {
        return token == 0 || token == encoding.size() || encoding.words()[token] != encoding.words()[token - 1];
    }

    private static int longestWord(Encoding encoding) {
        int longest = 0;
        for (int i = 0, length = 0; i < encoding.size(); i++) {
            length = isBorder(encoding, i) ? 1 : length + 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    record Size(int capacity, int overlap) {

        int maxTokens() {
            return capacity + AROUND.size();
        }

        Windows windows() {
            return new Windows(AROUND, maxTokens(), overlap);
        }
    }
}
