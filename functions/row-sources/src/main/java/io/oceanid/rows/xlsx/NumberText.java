package io.oceanid.rows.xlsx;

import io.oceanid.rows.xlsx.Token.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;

/** A number in the digits of a format. */
final class NumberText {

    private final List<Token> tokens;

    private NumberText(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** A number that is not negative. */
    static String of(List<Token> tokens, BigDecimal number) {
        NumberText format = new NumberText(tokens);
        if (format.first(Kind.EXPONENT) < tokens.size()) {
            return format.scientific(number);
        }
        int slash = format.first(Kind.SLASH);
        if (slash < tokens.size() && format.digits(0, slash) > 0) {
            return FractionText.of(tokens, slash, number);
        }
        return format.decimal(number);
    }

    private String decimal(BigDecimal number) {
        int point = first(Kind.POINT);
        BigDecimal scaled = number.movePointRight(2 * (int) count(token -> token.is(Kind.PERCENT)))
                .movePointLeft(3 * thousands(point))
                .setScale(digits(point, tokens.size()), RoundingMode.HALF_UP);
        String digits = scaled.unscaledValue().toString();
        int places = scaled.scale();
        String padded = "0".repeat(Math.max(0, places - digits.length())) + digits;
        String whole = padded.substring(0, padded.length() - places);
        return whole(0, point, whole.equals("0") ? "" : whole, isGrouped(point))
                + places(point, tokens.size(), padded.substring(padded.length() - places));
    }

    private String scientific(BigDecimal number) {
        int exponentAt = first(Kind.EXPONENT);
        int point = Math.min(first(Kind.POINT), exponentAt);
        int wholes = Math.max(1, digits(0, point));
        int places = digits(point, exponentAt);
        int exponent =
                number.signum() == 0 ? 0 : Math.floorDiv(number.precision() - number.scale() - 1, wholes) * wholes;
        BigDecimal mantissa = number.movePointLeft(exponent).setScale(places, RoundingMode.HALF_UP);
        if (mantissa.compareTo(BigDecimal.TEN.pow(wholes)) >= 0) {
            exponent += wholes;
            mantissa = number.movePointLeft(exponent).setScale(places, RoundingMode.HALF_UP);
        }
        String digits = mantissa.toBigInteger().toString();
        String rest = places == 0
                ? ""
                : mantissa.remainder(BigDecimal.ONE).toPlainString().substring(2);
        String sign = exponent < 0 ? "-" : tokens.get(exponentAt).text().endsWith("+") ? "+" : "";
        return whole(0, point, digits, false)
                + places(point, exponentAt, rest)
                + "E"
                + sign
                + whole(exponentAt + 1, tokens.size(), String.valueOf(Math.abs(exponent)), false);
    }

    /** Fills digits from the right; the first place takes all that are left. */
    private String whole(int from, int to, String digits, boolean grouped) {
        StringBuilder text = new StringBuilder();
        int left = digits(from, to);
        int at = digits.length();
        int written = 0;
        for (int i = to - 1; i >= from; i--) {
            Token token = tokens.get(i);
            if (!token.is(Kind.DIGIT)) {
                text.append(new StringBuilder(shown(token)).reverse());
                continue;
            }
            left--;
            int take = left == 0 ? Math.max(1, at) : 1;
            for (int n = 0; n < take; n++) {
                String digit = at > 0 ? digits.substring(at - 1, at) : blank(token);
                at--;
                if (!digit.isEmpty()) {
                    text.append(grouped && written > 0 && written % 3 == 0 ? "," : "")
                            .append(digit);
                    written++;
                }
            }
        }
        return text.reverse().toString();
    }

    private String places(int from, int to, String digits) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Token token : tokens.subList(from, to)) {
            if (token.is(Kind.POINT)) {
                text.append('.');
            } else if (token.is(Kind.DIGIT)) {
                boolean ends = digits.substring(at).chars().allMatch(c -> c == '0');
                text.append(ends ? blank(token) : digits.substring(at, at + 1));
                at++;
            } else {
                text.append(shown(token));
            }
        }
        return text.toString();
    }

    /** What stands where there is no digit. */
    private static String blank(Token place) {
        return switch (place.text()) {
            case "0" -> "0";
            case "?" -> " ";
            default -> "";
        };
    }

    private static String shown(Token token) {
        return token.is(Kind.COMMA) ? "" : token.text();
    }

    /** Commas after the last digit before the point. */
    private int thousands(int point) {
        int commas = 0;
        for (int i = point - 1; i >= 0 && !tokens.get(i).is(Kind.DIGIT); i--) {
            commas += tokens.get(i).is(Kind.COMMA) ? 1 : 0;
        }
        int last = tokens.size() - 1;
        for (int i = last; i > point && !tokens.get(i).is(Kind.DIGIT); i--) {
            commas += tokens.get(i).is(Kind.COMMA) ? 1 : 0;
        }
        return digits(0, tokens.size()) == 0 ? 0 : commas;
    }

    private boolean isGrouped(int point) {
        int comma = first(Kind.COMMA);
        return comma < point && digits(0, comma) > 0 && digits(comma, point) > 0;
    }

    private int first(Kind kind) {
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is(kind)) {
            at++;
        }
        return at;
    }

    private int digits(int from, int to) {
        return (int) tokens.subList(from, Math.max(from, to)).stream()
                .filter(token -> token.is(Kind.DIGIT))
                .count();
    }

    private long count(Predicate<Token> which) {
        return tokens.stream().filter(which).count();
    }
}
