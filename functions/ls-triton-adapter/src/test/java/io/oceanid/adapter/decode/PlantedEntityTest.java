package io.oceanid.adapter.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.token.Encoding;
import io.oceanid.adapter.token.HardTexts;
import io.oceanid.adapter.token.SmallTokenizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A model that tags exactly the tokens of what was put into a text gets exactly its span back. */
class PlantedEntityTest {

    private static final TagSet TAGS = TagSet.of(List.of("O", "B-PORT", "I-PORT", "B-VESSEL", "I-VESSEL"), 5);

    @Property(tries = 3000)
    void anEntityBetweenSpacesIsFoundWhereItIs(
            @ForAll SmallTokenizer kind,
            @ForAll Aggregation aggregation,
            @ForAll("texts") String before,
            @ForAll("names") String name,
            @ForAll("texts") String behind) {
        Planted planted = Planted.in(kind, before + " ", name, " " + behind);
        assertThat(planted.text().decode(TAGS, aggregation))
                .extracting(Entity::start, Entity::end, Entity::label)
                .containsExactly(tuple(planted.start(), planted.end(), "VESSEL"));
    }

    @Property(tries = 2000)
    void anEntityNextToAnythingHasItsWholeTokens(
            @ForAll SmallTokenizer kind,
            @ForAll("texts") String before,
            @ForAll("names") String name,
            @ForAll("texts") String behind) {
        Planted planted = Planted.in(kind, before, name, behind);
        List<Entity> entities = planted.text().decode(TAGS, Aggregation.TOKEN);
        assertThat(entities).hasSize(1);
        assertThat(entities.getFirst().start()).isLessThanOrEqualTo(planted.start());
        assertThat(entities.getFirst().end()).isGreaterThanOrEqualTo(planted.end());
    }

    @Property(tries = 1000)
    void windowsChangeNothing(
            @ForAll SmallTokenizer kind,
            @ForAll Aggregation aggregation,
            @ForAll("texts") String before,
            @ForAll("names") String name,
            @ForAll("texts") String behind,
            @ForAll @IntRange(min = 3, max = 30) int maxTokens,
            @ForAll @IntRange(max = 27) int stride) {
        TaggedText text = Planted.in(kind, before, name, behind).text();
        assertThat(text.decode(TAGS, aggregation, maxTokens, stride % (maxTokens - 2)))
                .isEqualTo(text.decode(TAGS, aggregation));
    }

    @Example
    void anEntityAtTheEndOfALongDocumentIsFoundWithWindows() {
        String sentence = "Ocean Star 🚢 left Cádiz for שלום, e\u0301.\r\n";
        for (SmallTokenizer kind : SmallTokenizer.values()) {
            Planted planted = Planted.in(kind, sentence.repeat(2_700), "Håkon VII", "\r\n" + sentence);
            assertThat(planted.start()).isGreaterThan(100_000);
            List<Entity> entities = planted.text().decode(TAGS, Aggregation.FIRST, 512, 64);
            assertThat(entities).isEqualTo(planted.text().decode(TAGS, Aggregation.FIRST));
            assertThat(entities)
                    .extracting(Entity::start, Entity::end)
                    .containsExactly(tuple(planted.start(), planted.end()));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return HardTexts.all();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "Aurora",
                "Håkon VII",
                "🚢",
                "🚢 Star",
                "👩‍👩‍👧‍👦",
                "Sen\u0303ora",
                "שָׁלוֹם",
                "ﬁsh",
                "½",
                "漢字",
                "مرحبا 2");
    }

    private record Planted(int start, int end, TaggedText text) {

        static Planted in(SmallTokenizer kind, String before, String name, String behind) {
            int start = before.codePointCount(0, before.length());
            int end = start + name.codePointCount(0, name.length());
            Encoding encoding = kind.encode(before + name + behind);
            float[][] logits = new float[encoding.size()][];
            boolean[] isInside = new boolean[encoding.size() + 1];
            for (int token = encoding.size() - 1; token >= 0; token--) {
                isInside[token] = (encoding.starts()[token] < end && encoding.ends()[token] > start)
                        || (isInside[token + 1] && isInFrontOf(encoding, token, start));
                logits[token] = TaggedText.sureOf(isInside[token] ? 4 : 0, 5);
            }
            for (int token = 0; token < encoding.size(); token++) {
                if (isInside[token]) {
                    logits[token] = TaggedText.sureOf(3, 5);
                    break;
                }
            }
            return new Planted(start, end, new TaggedText(before + name + behind, encoding, logits));
        }

        /** Models learn the tag of a word at its first token, even where that is nothing but the space before. */
        private static boolean isInFrontOf(Encoding encoding, int token, int start) {
            return encoding.ends()[token] == start && encoding.words()[token] == encoding.words()[token + 1];
        }
    }
}
