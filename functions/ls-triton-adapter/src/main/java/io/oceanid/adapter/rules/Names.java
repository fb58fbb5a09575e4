package io.oceanid.adapter.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of one or more words, to be recognised in a text: with a capital where a word is not a short one, with any
 * diacritics or none, and with anything between the words that may stand between words of a name.
 *
 * @param <T> what bears the names; several may bear the same
 */
final class Names<T> {

    private static final String BETWEEN = " \u00a0\t\r\n-.,'’&()";
    private static final int WIDEST_GAP = 3;
    private static final int SHORT_WORD = 3;

    private final Map<String, List<T>> bearers = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();
    private int mostWords;

    void add(String name, T bearer) {
        List<Word> words = Document.of(name).words();
        bearers.computeIfAbsent(key(words), key -> new ArrayList<>()).add(bearer);
        firstWords.add(words.getFirst().folded());
        mostWords = Math.max(mostWords, words.size());
    }

    /** The longest name that starts with a word. */
    Optional<Name<T>> startingAt(Document document, int word) {
        if (word >= document.words().size()
                || !firstWords.contains(document.words().get(word).folded())) {
            return Optional.empty();
        }
        int last = word;
        while (last + 1 < document.words().size() && last - word + 1 < mostWords && isJoined(document, last + 1)) {
            last++;
        }
        for (int end = last; end >= word; end--) {
            Optional<Name<T>> name = name(document, word, end);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** The longest name that ends with a word. */
    Optional<Name<T>> endingAt(Document document, int word) {
        int first = word;
        while (first > 0 && word - first + 1 < mostWords && isJoined(document, first)) {
            first--;
        }
        for (int start = first; start <= word; start++) {
            Optional<Name<T>> name = name(document, start, word);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private Optional<Name<T>> name(Document document, int first, int last) {
        List<Word> words = document.words().subList(first, last + 1);
        return Optional.ofNullable(bearers.get(key(words)))
                .filter(found -> isWrittenAsName(words))
                .map(found ->
                        new Name<>(words.getFirst().start(), words.getLast().end(), last, found));
    }

    private static boolean isWrittenAsName(List<Word> words) {
        return words.getFirst().isCapitalised()
                && words.stream()
                        .allMatch(word -> word.isCapitalised() || word.text().length() <= SHORT_WORD);
    }

    private static boolean isJoined(Document document, int word) {
        String gap = document.gapBefore(word);
        return gap.length() <= WIDEST_GAP && gap.chars().allMatch(unit -> BETWEEN.indexOf(unit) >= 0);
    }

    private static String key(List<Word> words) {
        return words.stream().map(Word::folded).collect(Collectors.joining(" "));
    }

    /**
     * A name in a text.
     *
     * @param start of its first UTF-16 unit
     * @param end behind its last one
     * @param lastWord the number of its last word
     */
    record Name<T>(int start, int end, int lastWord, List<T> bearers) {}
}
