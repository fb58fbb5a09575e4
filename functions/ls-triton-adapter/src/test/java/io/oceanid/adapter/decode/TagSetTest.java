package io.oceanid.adapter.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagSetTest {

    @ParameterizedTest
    @CsvSource({
        "O B-X I-X, 3, O B:X I:X",
        "O B_X I_X, 3, O B:X I:X",
        "B-X E-X I-X O S-X, 5, B:X E:X I:X O S:X",
        "O U-X B-X I-X L-X, 5, O S:X B:X I:X E:X",
        "O W-X B-X M-X E-X, 5, O S:X B:X I:X E:X",
        "I-X I-Y O, 3, I:X I:Y O",
        "O X Y, 3, O I:X I:Y",
        "X Y, 2, I:X I:Y",
        // letters that are no positions
        "O E-MAIL X, 3, O I:E-MAIL I:X",
        "O U-BOAT, 2, O I:U-BOAT",
        "O B_X VESSEL, 3, O I:B_X I:VESSEL",
        "O B-X I-X MISC, 4, O B:X I:X I:MISC",
        "O B-A-B I-A-B, 3, O B:A-B I:A-B",
        "O B-A_B I-A_B, 3, O B:A_B I:A_B",
        "O B-, 2, O I:B-",
        // special tokens
        "[PAD] <s> O B-X I-X, 5, O O O B:X I:X",
        // labels only
        "X Y, 3, O I:X I:Y",
        "X Y, 5, O B:X I:X B:Y I:Y",
        "O X Y, 5, O B:X I:X B:Y I:Y",
        "X, 2, O I:X",
        "X, 3, O B:X I:X",
    })
    void tagsAreReadFromTheirNames(String names, int count, String tags) {
        assertThat(tagsOf(names, count)).isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource({"X Y, 4", "X Y, 1", "B-X I-X, 3", "B-X I-X, 5", "O B-X I-X, 4", "X O, 4", "O, 2"})
    void namesThatDoNotFitAreRefused(String names, int count) {
        assertThatExceptionOfType(UnusableLabelsException.class)
                .isThrownBy(() -> tagsOf(names, count))
                .withMessage("NER_LABELS has %d names, which do not fit the %d tags of the model"
                        .formatted(names.split(" ", -1).length, count));
    }

    @Test
    void theLabelsAreThoseOfTheTags() {
        TagSet tags = TagSet.of(List.of("O", "B-VESSEL", "I-VESSEL", "B-PORT", "I-PORT"), 5);
        assertThat(tags.labels()).containsExactly("VESSEL", "PORT");
        assertThat(tags.size()).isEqualTo(5);
    }

    private static String tagsOf(String names, int count) {
        TagSet tags = TagSet.of(List.of(names.split(" ", -1)), count);
        return String.join(
                " ",
                IntStream.range(0, tags.size())
                        .mapToObj(tags::get)
                        .map(tag ->
                                tag.isOutside() ? "O" : tag.position().name().charAt(0) + ":" + tag.label())
                        .toList());
    }
}
