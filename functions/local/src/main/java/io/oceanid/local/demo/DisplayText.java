package io.oceanid.local.demo;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Text as a terminal shows it. */
final class DisplayText {

    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private DisplayText() {}

    /** How many columns it takes. */
    static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    /** In one line, shortened where it is wider. */
    static String oneLine(String text, int widest) {
        String line = text.replaceAll("\\s*\\R\\s*", " ⏎ ").replaceAll("\\p{Cntrl}", " ");
        if (width(line) <= widest) {
            return line;
        }
        StringBuilder shortened = new StringBuilder();
        int left = widest - 1;
        for (int codePoint : line.codePoints().toArray()) {
            left -= width(codePoint);
            if (left < 0) {
                break;
            }
            shortened.appendCodePoint(codePoint);
        }
        return shortened.toString().stripTrailing() + "…";
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        return Character.isEmojiPresentation(codePoint)
                || (WIDE.contains(UnicodeScript.of(codePoint)) && !isWithin(codePoint, 0xFF61, 0xFFDC))
                || isWithin(codePoint, 0x3000, 0x303E)
                || isWithin(codePoint, 0xFF01, 0xFF60);
    }

    private static boolean isWithin(int codePoint, int first, int last) {
        return first <= codePoint && codePoint <= last;
    }
}
