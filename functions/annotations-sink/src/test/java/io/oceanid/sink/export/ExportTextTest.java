package io.oceanid.sink.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "MV AEGIR-2, 5kg. ~ MV|AEGIR|-|2|,|5kg|.",
                "🚢🚢 ship ~ 🚢|🚢|ship",
                "cafe\u0301 na\u0308\u0301h ~ cafe\u0301|na\u0308\u0301h",
                "\u0915\u094D\u0937 \u0646\u092E\u0938\u094D\u0924\u0947 ~"
                        + " \u0915\u094D\u0937|\u0646\u092E\u0938\u094D\u0924\u0947",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 ~ \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u2764\uFE0F\u200D🔥 ~ \u2764\uFE0F\u200D|🔥",
                "\u0301a ~ \u0301|a"
            })
    void aTextIsCutIntoWordsAndSymbols(String text, String tokens) {
        assertThat(tokens(text)).containsExactly(tokens.split("\\|"));
    }

    @Test
    void whatIsBlankInAnyScriptSeparates() {
        assertThat(tokens("a\u00A0b\u2003c\u2028d\u0085e\u001Cf\r\ng"))
                .containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(tokens("\uFEFFa \u200B b")).containsExactly("a", "b");
    }

    @Test
    void aSpanThatBeginsOrEndsInAWordCutsIt() {
        assertThat(tags("unAEGIRish", new Entity(2, 7, "VESSEL"))).containsExactly("un O", "AEGIR B-VESSEL", "ish O");
    }

    @Test
    void spansSideBySideBeginEachAnew() {
        assertThat(tags("AB CD", new Entity(0, 1, "X"), new Entity(1, 2, "X"), new Entity(3, 5, "X")))
                .containsExactly("A B-X", "B B-X", "CD B-X");
    }

    @Test
    void positionsAreCodePoints() {
        assertThat(tags("🚢🚢 AEGIR\r\nX", new Entity(3, 8, "VESSEL"), new Entity(10, 11, "P")))
                .containsExactly("🚢 O", "🚢 O", "AEGIR B-VESSEL", "X B-P");
    }

    @Test
    void ofOverlappingSpansTheEarlierAndThenTheLongerWins() {
        assertThat(Entity.disjoint(List.of(
                        new Entity(4, 9, "LATE"),
                        new Entity(0, 2, "SHORT"),
                        new Entity(0, 5, "LONG"),
                        new Entity(9, 9, "EMPTY"),
                        new Entity(5, 6, "NEXT"))))
                .containsExactly(new Entity(0, 5, "LONG"), new Entity(5, 6, "NEXT"));
    }

    @Test
    void aLabelIsOneWord() {
        assertThat(tags("AEGIR", new Entity(0, 5, " Risk\tlevel\u00A01 "))).containsExactly("AEGIR B-Risk_level_1");
    }

    @Test
    void aTextWithoutTokensIsNoDocument() {
        assertThat(new ConllDocument(" \r\n\u200B").write(List.of())).isEmpty();
        assertThat(new ConllDocument("").write(List.of())).isEmpty();
    }

    @Property
    void spansComeOutOfTheTagsAsTheyWentIn(@ForAll("texts") String text, @ForAll("entities") List<Entity> any) {
        int length = text.codePointCount(0, text.length());
        List<Entity> entities = Entity.disjoint(
                any.stream().filter(entity -> entity.end() <= length).toList());
        List<Entity> visible = entities.stream()
                .filter(entity -> !trimmed(text, entity).isEmpty())
                .toList();

        String document = new ConllDocument(text).write(entities);

        assertThat(reassembled(text, document))
                .containsExactlyElementsOf(visible.stream()
                        .map(entity -> entity.label() + ":" + trimmed(text, entity))
                        .toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab1-. \r\n\t\u00A0\u0301\u200D\u200B")
                .withChars('\u4E2D', '\uFE0F')
                .ofMaxLength(30)
                .map(text -> text.replace("-", "🚢"));
    }

    @Provide
    Arbitrary<List<Entity>> entities() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.of("A", "B"))
                .as((start, size, label) -> new Entity(start, start + size, label))
                .list()
                .ofMaxSize(8);
    }

    private static List<String> tokens(String text) {
        int[] codePoints = text.codePoints().toArray();
        return Tokens.of(codePoints, 0, codePoints.length);
    }

    private static List<String> tags(String text, Entity... entities) {
        return new ConllDocument(text)
                .write(Arrays.asList(entities))
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.replace(" -X- _ ", " "))
                .toList();
    }

    /** What a reader of the file makes of it who looks the tokens up in the text: label, first to last token. */
    private static List<String> reassembled(String text, String document) {
        List<String> found = new ArrayList<>();
        int at = 0;
        int start = 0;
        for (String line : document.split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            String[] columns = line.split(" ", -1);
            assertThat(columns).hasSize(4).doesNotContain("");
            int begin = text.indexOf(columns[0], at);
            assertThat(begin).isNotNegative();
            at = begin + columns[0].length();
            if (columns[3].startsWith("B-")) {
                start = begin;
                found.add(columns[3].substring(2) + ":" + text.substring(start, at));
            } else if (columns[3].startsWith("I-")) {
                found.set(found.size() - 1, columns[3].substring(2) + ":" + text.substring(start, at));
            }
        }
        return found;
    }

    /** A span without what is blank at its borders. */
    private static String trimmed(String text, Entity entity) {
        int[] span = text.codePoints()
                .skip(entity.start())
                .limit(entity.end() - entity.start())
                .toArray();
        int from = 0;
        while (from < span.length && Tokens.isBlank(span[from])) {
            from++;
        }
        int to = span.length;
        while (to > from && isSpace(span[to - 1], to - 1, span)) {
            to--;
        }
        return new String(span, from, to - from);
    }

    /** An invisible character after a visible one stays with it. */
    private static boolean isSpace(int c, int at, int[] span) {
        if (Character.getType(c) != Character.FORMAT) {
            return Tokens.isBlank(c);
        }
        int before = at - 1;
        while (before >= 0 && Character.getType(span[before]) == Character.FORMAT) {
            before--;
        }
        return before < 0 || Tokens.isBlank(span[before]);
    }
}
