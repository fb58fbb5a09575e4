package io.oceanid.adapter.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** A text and its words. */
record Document(String text, List<Word> words) {

    /** No clue to what a name means is longer than this. */
    private static final int REACH = 48;

    static Document of(String text) {
        var words = new ArrayList<Word>();
        int start = -1;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (isOfWord(point)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words.add(new Word(start, text.substring(start, i)));
                start = -1;
            }
            i += Character.charCount(point);
        }
        if (start >= 0) {
            words.add(new Word(start, text.substring(start)));
        }
        return new Document(text, words);
    }

    /** What stands between a word and the one before it. */
    String gapBefore(int word) {
        return text.substring(words.get(word - 1).end(), words.get(word).start());
    }

    /** The first word that starts at this index or behind it; the number of words if there is none. */
    int wordFrom(int index) {
        int found = Collections.binarySearch(words, new Word(index, "", ""), (a, b) -> a.start() - b.start());
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Whether a clue stands right before an index, and not far from it.
     *
     * @param clue anchored at its end
     */
    boolean isAfter(Pattern clue, int index) {
        return clue.matcher(text)
                .region(Math.max(0, index - REACH), index)
                .useTransparentBounds(true)
                .find();
    }

    /** Whether a clue stands right behind an index. */
    boolean isBefore(Pattern clue, int index) {
        int end = Math.min(text.length(), index + REACH);
        return clue.matcher(text).region(index, end).useTransparentBounds(true).lookingAt();
    }

    private static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point)
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }
}
