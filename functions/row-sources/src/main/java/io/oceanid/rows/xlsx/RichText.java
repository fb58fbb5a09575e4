package io.oceanid.rows.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a cell: its runs joined, without how it is pronounced. */
final class RichText {

    /** A character that XML cannot hold, or holds no more: ECMA-376, 22.9.2.19. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final int most;
    private final StringBuilder text = new StringBuilder();
    private boolean within;
    private boolean phonetic;
    private boolean tooLong;

    RichText(int most) {
        this.most = most;
    }

    /** Takes in what the markup stands on. */
    void take(Markup xml) {
        if (xml.isText()) {
            if (within && !phonetic) {
                tooLong |= text.length() + xml.textLength() > most;
                if (!tooLong) {
                    xml.appendTo(text);
                }
            }
        } else if (xml.starts()) {
            within |= xml.name().equals("t");
            phonetic |= xml.name().equals("rPh");
        } else {
            within &= !xml.name().equals("t");
            phonetic &= !xml.name().equals("rPh");
        }
    }

    String text() {
        return unescaped(text.toString());
    }

    int most() {
        return most;
    }

    boolean isTooLong() {
        return tooLong;
    }

    void clear() {
        text.setLength(0);
        within = false;
        phonetic = false;
        tooLong = false;
    }

    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : text;
    }
}
