package io.oceanid.rows.xlsx;

import io.oceanid.rows.xlsx.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a number format, for some of the numbers.
 *
 * @param condition which ones; null if its place says that
 */
record Section(List<Token> tokens, @Nullable Condition condition) {

    private static final Pattern CONDITION = Pattern.compile("\\[(<=|>=|<>|<|>|=)(-?[0-9.]+)]");

    static Section of(String text) {
        Matcher matcher = CONDITION.matcher(text);
        if (!matcher.find()) {
            return new Section(Token.of(text), null);
        }
        return new Section(Token.of(matcher.replaceFirst("")), Condition.of(matcher.group(1), matcher.group(2)));
    }

    /** The sections of a format. */
    static List<Section> all(String code) {
        List<Section> sections = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at < code.length(); at++) {
            switch (code.charAt(at)) {
                case '"' -> at = end(code, '"', at);
                case '[' -> at = end(code, ']', at);
                case '\\', '_', '*' -> at++;
                case ';' -> {
                    sections.add(of(code.substring(begin, at)));
                    begin = at + 1;
                }
                default -> {}
            }
        }
        sections.add(of(code.substring(Math.min(begin, code.length()))));
        return sections;
    }

    private static int end(String code, char close, int from) {
        int end = code.indexOf(close, from + 1);
        return end < 0 ? code.length() : end;
    }

    boolean has(Kind kind) {
        return tokens.stream().anyMatch(token -> token.is(kind));
    }

    boolean isDate() {
        return has(Kind.DATE) || has(Kind.ELAPSED) || has(Kind.HALF_OF_DAY);
    }

    /** A comparison with a number. */
    record Condition(String operator, double bound) {

        static @Nullable Condition of(String operator, String bound) {
            try {
                return new Condition(operator, Double.parseDouble(bound));
            } catch (NumberFormatException _) {
                return null;
            }
        }

        boolean holds(double value) {
            return switch (operator) {
                case "<" -> value < bound;
                case "<=" -> value <= bound;
                case ">" -> value > bound;
                case ">=" -> value >= bound;
                case "=" -> value == bound;
                default -> value != bound;
            };
        }
    }
}
