package io.oceanid.adapter.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.token.Encoding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags of words of one letter, between which there is a space. */
class SchemesTest {

    private static final List<String> NAMES =
            List.of("O", "B-X", "I-X", "E-X", "L-X", "S-X", "U-X", "B-Y", "I-Y", "E-Y", "L-Y", "S-Y", "U-Y", "P");

    @ParameterizedTest
    @CsvSource({
        "O O O, ''",
        // IOB2
        "O B-X I-X O, a1-2:X",
        "B-X B-X I-X, a0-0:X a1-2:X",
        "B-X I-X B-Y I-Y, a0-1:X a2-3:Y",
        "B-X O B-X, a0-0:X a2-2:X",
        // IOB1
        "O I-X I-X O, a1-2:X",
        "I-X I-X B-X I-X, a0-1:X a2-3:X",
        "I-X I-Y, a0-0:X a1-1:Y",
        // BIOES and BILOU
        "B-X I-X E-X O, a0-2:X",
        "B-X L-X S-X U-X, a0-1:X a2-2:X a3-3:X",
        "S-X S-X, a0-0:X a1-1:X",
        "B-X E-X B-X E-X, a0-1:X a2-3:X",
        // what models make of them
        "B-X E-X I-X, a0-1:X a2-2:X",
        "S-X I-X, a0-0:X a1-1:X",
        "U-X E-X, a0-0:X a1-1:X",
        "O E-X O, a1-1:X",
        "E-X E-X, a0-0:X a1-1:X",
        "B-X S-X, a0-0:X a1-1:X",
        "B-X I-Y E-X, a0-0:X a1-1:Y a2-2:X",
        "B-X E-Y I-X, a0-0:X a1-1:Y a2-2:X",
        "I-X L-X I-X B-X, a0-1:X a2-2:X a3-3:X",
        // plain
        "P P O P, a0-1:P a3-3:P",
        "P I-X P, a0-0:P a1-1:X a2-2:P",
    })
    void tagsMakeEntities(String tags, String entities) {
        String[] names = tags.split(" ", -1);
        int[] ids = new int[names.length];
        int[] starts = new int[names.length];
        int[] ends = new int[names.length];
        float[][] logits = new float[names.length][];
        Arrays.setAll(ids, i -> i);
        Arrays.setAll(starts, i -> 2 * i);
        Arrays.setAll(ends, i -> 2 * i + 1);
        Arrays.setAll(logits, i -> TaggedText.sureOf(NAMES.indexOf(names[i]), NAMES.size()));
        var text = new TaggedText("a ".repeat(names.length), new Encoding(ids, starts, ends, ids), logits);
        TagSet tagSet = TagSet.of(NAMES, NAMES.size());
        for (Aggregation aggregation : Aggregation.values()) {
            String found = text.decode(tagSet, aggregation).stream()
                    .map(entity -> "a%d-%d:%s".formatted(entity.start() / 2, (entity.end() - 1) / 2, entity.label()))
                    .collect(Collectors.joining(" "));
            assertThat(found).isEqualTo(entities);
        }
    }
}
