package io.oceanid.adapter.rules;

import io.oceanid.adapter.rules.Names.Name;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Flag states: countries by name or by code in capitals, where the text speaks of a flag or of a registry. A country alone
 * may as well be an origin or a destination. Adjectives such as "Liberian" are not known.
 */
final class Flags implements Rule {

    private static final Set<String> FLAG = Set.of("flag", "flags", "flagged");
    private static final Set<String> BETWEEN =
            Set.of("administration", "at", "by", "country", "in", "is", "nation", "of", "state", "the", "under");
    private static final String SEPARATORS = " \u00a0\t\r\n:=|/([\"“„-–—.";
    private static final int WIDEST_GAP = 5;
    private static final int MOST_BETWEEN = 3;

    @Override
    public Stream<Match> in(Document document) {
        return IntStream.range(0, document.words().size()).boxed().flatMap(word -> near(document, word));
    }

    private static Stream<Match> near(Document document, int word) {
        String folded = document.words().get(word).folded();
        if (FLAG.contains(folded)) {
            return Stream.concat(before(document, word).stream(), behind(document, word, 0.9).stream());
        }
        return switch (folded) {
            case "registry" -> behind(document, word, 0.8).stream();
            case "registered" -> behind(document, word, 0.75).stream();
            default -> Stream.empty();
        };
    }

    /** As in "Panama-flagged" and "the Liberia flag". */
    private static Optional<Match> before(Document document, int word) {
        if (word == 0 || !document.gapBefore(word).matches("[ \u00a0\\-]")) {
            return Optional.empty();
        }
        return Country.names()
                .endingAt(document, word - 1)
                .map(name -> match(name, 0.9))
                .or(() -> code(document, word - 1, !document.gapBefore(word).equals("-")));
    }

    /** As in "flag: PA" and "under the flag of Liberia". */
    private static Optional<Match> behind(Document document, int word, double score) {
        int next = word + 1;
        boolean isBare = true;
        while (isNear(document, next)) {
            isBare &= document.gapBefore(next).isBlank();
            if (next - word > MOST_BETWEEN
                    || !BETWEEN.contains(document.words().get(next).folded())
                    || isCodeBehindColon(document, next)) {
                boolean isWordToo = isBare;
                int at = next;
                return Country.names()
                        .startingAt(document, next)
                        .map(name -> match(name, score))
                        .or(() -> code(document, at, isWordToo));
            }
            next++;
        }
        return Optional.empty();
    }

    private static boolean isCodeBehindColon(Document document, int word) {
        return document.gapBefore(word).contains(":")
                && code(document, word, false).isPresent();
    }

    private static Optional<Match> code(Document document, int word, boolean mayBeWord) {
        Word code = document.words().get(word);
        return Country.ofCode(code.text())
                .filter(country -> !mayBeWord || !Country.isCodeAndWord(code.text()))
                .map(country -> new Match(code.start(), code.end(), Label.FLAG, 0.8));
    }

    private static boolean isNear(Document document, int word) {
        if (word >= document.words().size()) {
            return false;
        }
        String gap = document.gapBefore(word);
        return gap.length() <= WIDEST_GAP && gap.chars().allMatch(unit -> SEPARATORS.indexOf(unit) >= 0);
    }

    private static Match match(Name<Country> name, double score) {
        return new Match(name.start(), name.end(), Label.FLAG, score);
    }
}
