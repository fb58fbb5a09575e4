package io.oceanid.adapter.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A run of letters and digits.
 *
 * @param start of its first UTF-16 unit in the text
 * @param folded in lower case, without diacritics
 */
record Word(int start, String text, String folded) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    Word(int start, String text) {
        this(start, text, fold(text));
    }

    /** Behind its last UTF-16 unit. */
    int end() {
        return start + text.length();
    }

    /** Whether it begins with a capital letter or a digit. */
    boolean isCapitalised() {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first) || Character.isDigit(first);
    }

    /** Whether it has letters, all of them capitals. */
    boolean isUpperCase() {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    boolean isNumber() {
        return text.codePoints().allMatch(Character::isDigit);
    }

    /** A word's or a name's form to compare by. */
    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(unit -> unit < 0x80)) {
            return lower;
        }
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("æ", "ae")
                .replace("ı", "i");
    }
}
