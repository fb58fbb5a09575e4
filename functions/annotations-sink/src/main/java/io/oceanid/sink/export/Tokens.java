package io.oceanid.sink.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens: runs of letters and digits, and every other symbol by itself. What combines with a character,
 * and what is invisible and follows one, stays with it. White space, control characters, and invisible characters that
 * follow none are between tokens.
 */
final class Tokens {

    private Tokens() {}

    static List<String> of(int[] text, int from, int to) {
        List<String> tokens = new ArrayList<>();
        int at = from;
        while (at < to) {
            if (isBlank(text[at])) {
                at++;
            } else {
                int end = endOfToken(text, at, to);
                tokens.add(new String(text, at, end - at));
                at = end;
            }
        }
        return tokens;
    }

    /** White space of any script, control and format characters. */
    static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static int endOfToken(int[] text, int start, int to) {
        boolean isWord = Character.isLetterOrDigit(text[start]);
        int end = start + 1;
        while (end < to && (stays(text[end]) || (isWord && Character.isLetterOrDigit(text[end])))) {
            end++;
        }
        return end;
    }

    private static boolean stays(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
