package io.oceanid.adapter.rules;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How far the name of a vessel goes: over capitalised words and numbers, and over an "of" between them. After a word in
 * capitals come only such, after a capitalised one no more words in capitals than short ones, so that the name ends where
 * the way of writing changes.
 */
final class VesselName {

    private static final int MOST_WORDS = 6;
    private static final int SHORT_WORD = 3;
    private static final int LONGEST_NUMBER = 4;

    private static final Pattern GAP = Pattern.compile("[ \u00a0]{1,2}|[-'’]|\\. ");
    private static final Set<String> CONNECTORS = Set.of("of", "the", "de", "da", "do", "del", "la", "and");

    /** What comes after a vessel's name in documents of capitals. */
    private static final Set<String> NOT_OF_NAMES = Set.of("""
        arrived arrives at bound by call called capt captain departed discharged dwt eta etd flag for \
        from grt has imo in is loaded loading master mmsi name on pod pol port sailed sailing tba tbc \
        tbn to under unknown v via voy voyage was will with\
        """.split(" ", -1));

    private VesselName() {}

    /** The end of the name that starts with a word; empty if none does. */
    static OptionalInt end(Document document, int first) {
        OptionalInt end = OptionalInt.empty();
        Style style = Style.OPEN;
        for (int i = first; i < Math.min(first + MOST_WORDS, document.words().size()); i++) {
            Word word = document.words().get(i);
            if (NOT_OF_NAMES.contains(word.folded()) || (i > first && !isJoined(document, i))) {
                break;
            }
            if (i == first || !CONNECTORS.contains(word.folded())) {
                if (!style.allows(word) || (i == first && word.isNumber())) {
                    break;
                }
                style = style.after(word);
                end = OptionalInt.of(word.end());
            }
        }
        return end;
    }

    private static boolean isJoined(Document document, int word) {
        String gap = document.gapBefore(word);
        boolean isAbbreviation = document.words().get(word - 1).text().length() <= SHORT_WORD;
        return GAP.matcher(gap).matches() && (isAbbreviation || !gap.startsWith("."));
    }

    private enum Style {
        OPEN,
        CAPITALS,
        CAPITALISED;

        boolean allows(Word word) {
            if (word.isNumber()) {
                return word.text().length() <= LONGEST_NUMBER;
            }
            return switch (this) {
                case OPEN -> word.isCapitalised();
                case CAPITALS -> word.isUpperCase();
                case CAPITALISED ->
                    word.isCapitalised() && (!word.isUpperCase() || word.text().length() <= SHORT_WORD);
            };
        }

        /** A short word in capitals, as in "MSC Oscar", does not settle it. */
        Style after(Word word) {
            if (this != OPEN || word.isNumber()) {
                return this;
            }
            if (!word.isUpperCase()) {
                return CAPITALISED;
            }
            return word.text().length() <= SHORT_WORD ? OPEN : CAPITALS;
        }
    }
}
