package io.oceanid.adapter.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TokenSpansTest {

    @Property(tries = 2000)
    void spansAreInTheTextAndInOrder(@ForAll SmallTokenizer kind, @ForAll("texts") String text) {
        Encoding encoding = kind.encode(text);
        int length = text.codePointCount(0, text.length());
        int start = 0;
        for (int i = 0; i < encoding.size(); i++) {
            assertThat(encoding.starts()[i]).isBetween(start, encoding.ends()[i]);
            assertThat(encoding.ends()[i]).isLessThanOrEqualTo(length);
            start = encoding.starts()[i];
        }
    }

    @Property(tries = 2000)
    void everyCharacterThatTheTokenizerKeepsHasAToken(@ForAll SmallTokenizer kind, @ForAll("texts") String text) {
        Encoding encoding = kind.encode(text);
        int[] points = encodable(text).codePoints().toArray();
        boolean[] covered = new boolean[points.length];
        for (int i = 0; i < encoding.size(); i++) {
            for (int at = encoding.starts()[i]; at < encoding.ends()[i]; at++) {
                covered[at] = true;
            }
        }
        for (int i = 0; i < points.length; i++) {
            assertThat(covered[i] || !isKept(kind, points[i]))
                    .as("code point %x at %d", points[i], i)
                    .isTrue();
        }
    }

    @Property(tries = 3000)
    void whatStandsAtATokenIsWhatTheTokenSays(@ForAll SmallTokenizer kind, @ForAll("texts") String text) {
        for (Pieces.Piece piece : Pieces.of(kind, encodable(text))) {
            if (!piece.isUnknown()) {
                assertThat(canonical(piece.said())).as("%s", piece).isEqualTo(canonical(piece.shown()));
            }
        }
    }

    @Property(tries = 1000)
    void byteLevelTokensSayExactlyWhatStandsThere(@ForAll("texts") String text) {
        for (SmallTokenizer kind : new SmallTokenizer[] {SmallTokenizer.ROBERTA, SmallTokenizer.GPT2}) {
            for (Pieces.Piece piece : Pieces.of(kind, encodable(text))) {
                if (!piece.shown().isEmpty()) {
                    assertThat(piece.said().strip())
                            .as("%s", piece)
                            .isEqualTo(piece.shown().strip());
                }
            }
        }
    }

    @Property(tries = 1000)
    void wordsCountFromZeroAndEndAtWhiteSpace(@ForAll SmallTokenizer kind, @ForAll("texts") String text) {
        Encoding encoding = kind.encode(text);
        int[] points = text.codePoints().toArray();
        int word = -1;
        for (int i = 0; i < encoding.size(); i++) {
            assertThat(encoding.words()[i]).isBetween(Math.max(0, word), word + 1);
            if (i > 0 && encoding.words()[i] == word) {
                for (int at = encoding.ends()[i - 1]; at < encoding.starts()[i]; at++) {
                    assertThat(WhiteSpace.is(points[at])).isFalse();
                }
            }
            word = encoding.words()[i];
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return HardTexts.all();
    }

    /** Less what normalizers change, and what some of them drop. */
    private static String canonical(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKD)
                .codePoints()
                .filter(TokenSpansTest::isPlain)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isKept(SmallTokenizer kind, int point) {
        return switch (kind) {
            case ROBERTA, ROBERTA_PREFIX_SPACE, GPT2, LLAMA -> !WhiteSpace.is(point);
            case BERT_CASED, BERT_UNCASED, XLM_R -> isPlain(point);
        };
    }

    private static boolean isPlain(int point) {
        if (WhiteSpace.is(point) || point == 0xfffd || point == '▁') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> true;
        };
    }

    /** Half surrogates and NUL are U+FFFD to a tokenizer. */
    private static String encodable(String text) {
        return text.codePoints()
                .map(point -> point == 0 || Character.getType(point) == Character.SURROGATE ? 0xfffd : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
