package io.oceanid.rows.xlsx;

import io.oceanid.rows.xlsx.Token.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A number as a fraction, such as {@code 1 1/2}. */
final class FractionText {

    private static final int MOST_DIGITS = 4;

    private FractionText() {}

    /** With the whole in front if the format has digits for it, which a blank parts from the fraction. */
    static String of(List<Token> tokens, int slash, BigDecimal number) {
        String before = text(tokens.subList(0, slash));
        String after = text(tokens.subList(slash + 1, tokens.size()));
        boolean hasWhole = before.strip().contains(" ");
        long whole = hasWhole ? number.longValue() : 0;
        double rest = number.subtract(BigDecimal.valueOf(whole)).doubleValue();
        String below = after.strip();
        long[] fraction = below.matches("[1-9][0-9]*") && below.length() < 9
                ? ofDenominator(rest, Long.parseLong(below))
                : nearest(rest, (long) Math.pow(10, Math.clamp(below.length(), 1, MOST_DIGITS)) - 1);
        if (hasWhole && fraction[0] == fraction[1]) {
            whole++;
            fraction[0] = 0;
        }
        if (hasWhole && fraction[0] == 0) {
            return String.valueOf(whole);
        }
        return (hasWhole && whole > 0 ? whole + " " : "") + fraction[0] + "/" + fraction[1];
    }

    private static String text(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.is(Kind.DIGIT) || token.is(Kind.LITERAL))
                .map(Token::text)
                .collect(Collectors.joining());
    }

    private static long[] ofDenominator(double value, long denominator) {
        return new long[] {Math.round(value * denominator), denominator};
    }

    private static long[] nearest(double value, long most) {
        long[] best = ofDenominator(value, 1);
        for (long denominator = 2; denominator <= most; denominator++) {
            long[] next = ofDenominator(value, denominator);
            if (Math.abs(value - (double) next[0] / next[1]) < Math.abs(value - (double) best[0] / best[1]) - 1e-12) {
                best = next;
            }
        }
        return best;
    }
}
