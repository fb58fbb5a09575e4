package io.oceanid.rows.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A part of a number format, as ECMA-376, 18.8.31 has them. */
record Token(Kind kind, String text) {

    enum Kind {
        LITERAL,
        DIGIT,
        POINT,
        COMMA,
        PERCENT,
        EXPONENT,
        SLASH,
        GENERAL,
        /** A run of the same letter of a date or time. */
        DATE,
        /** Hours, minutes or seconds in all. */
        ELAPSED,
        HALF_OF_DAY
    }

    private static final String DATE_LETTERS = "ymdhse";

    boolean is(Kind other) {
        return kind == other;
    }

    /** Of a section, without what is in front of it in brackets. */
    static List<Token> of(String section) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < section.length()) {
            at += add(section, at, tokens);
        }
        return tokens;
    }

    /** Adds what begins there, and says how long it is. */
    private static int add(String text, int at, List<Token> tokens) {
        char c = text.charAt(at);
        String rest = text.substring(at).toLowerCase(Locale.ROOT);
        int end = text.length() - at;
        switch (c) {
            case '"' -> {
                int close = text.indexOf('"', at + 1);
                int stop = close < 0 ? text.length() : close;
                tokens.add(new Token(Kind.LITERAL, text.substring(at + 1, stop)));
                return Math.min(stop + 1 - at, end);
            }
            case '\\' -> {
                return literal(
                        tokens, text.substring(Math.min(at + 1, text.length()), Math.min(at + 2, text.length())));
            }
            case '_' -> {
                return literal(tokens, " ");
            }
            case '*' -> {
                return Math.min(2, end);
            }
            case '0', '#', '?' -> tokens.add(new Token(Kind.DIGIT, String.valueOf(c)));
            case '.' -> tokens.add(new Token(Kind.POINT, "."));
            case ',' -> tokens.add(new Token(Kind.COMMA, ","));
            case '%' -> tokens.add(new Token(Kind.PERCENT, "%"));
            case '/' -> tokens.add(new Token(Kind.SLASH, "/"));
            case '@' -> tokens.add(new Token(Kind.GENERAL, "@"));
            case '[' -> {
                int close = text.indexOf(']', at);
                int stop = close < 0 ? text.length() - 1 : close;
                bracket(text.substring(at + 1, Math.max(at + 1, stop)), tokens);
                return stop + 1 - at;
            }
            default -> {
                return word(rest, c, tokens);
            }
        }
        return 1;
    }

    private static int literal(List<Token> tokens, String text) {
        tokens.add(new Token(Kind.LITERAL, text));
        return 2;
    }

    /** A currency, hours in all; colours and languages are not shown. */
    private static void bracket(String inside, List<Token> tokens) {
        if (inside.startsWith("$")) {
            int dash = inside.indexOf('-');
            tokens.add(new Token(Kind.LITERAL, inside.substring(1, dash < 0 ? inside.length() : dash)));
        } else if (inside.matches("(?i)h+|m+|s+")) {
            tokens.add(new Token(Kind.ELAPSED, inside.toLowerCase(Locale.ROOT)));
        }
    }

    private static int word(String rest, char c, List<Token> tokens) {
        if (rest.startsWith("general")) {
            tokens.add(new Token(Kind.GENERAL, "general"));
            return "general".length();
        }
        if (rest.startsWith("am/pm") || rest.startsWith("a/p")) {
            String half = rest.startsWith("am/pm") ? "am/pm" : "a/p";
            tokens.add(new Token(Kind.HALF_OF_DAY, half));
            return half.length();
        }
        if (rest.startsWith("e+") || rest.startsWith("e-")) {
            tokens.add(new Token(Kind.EXPONENT, rest.substring(0, 2)));
            return 2;
        }
        char letter = rest.charAt(0);
        if (DATE_LETTERS.indexOf(letter) < 0) {
            tokens.add(new Token(Kind.LITERAL, String.valueOf(c)));
            return 1;
        }
        int length = 1;
        while (length < rest.length() && rest.charAt(length) == letter) {
            length++;
        }
        tokens.add(new Token(Kind.DATE, rest.substring(0, length)));
        return length;
    }
}
