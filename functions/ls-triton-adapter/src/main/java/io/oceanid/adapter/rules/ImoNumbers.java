package io.oceanid.adapter.rules;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ship identification numbers (IMO resolution A.1117(30)): seven digits, of which the last is a check digit.
 *
 * <p>"IMO" before the number belongs to the span. A bare number counts too, for less: a tenth of all numbers pass the
 * check. One with "IMO" that does not pass it is none.
 */
final class ImoNumbers implements Rule {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])"
            + "(?<prefix>(?i:IMO)[ \\t]{0,2}+(?:(?i:no|nr|num|number|nummer)\\b\\.?+|[#№])?+"
            + "[ \\t]{0,2}+[:=#.\\-–]?+[ \\t]{0,2}+)?+"
            + "(?<digits>[0-9]{7})(?![\\p{L}\\p{N}])");

    private static final Pattern AMOUNT_BEFORE = Pattern.compile("(?:[0-9$€£¥][.,/\\-  ]|[$€£¥+]|[.,])\\z");
    private static final Pattern AMOUNT_AFTER = Pattern.compile("[.,/\\-][0-9]|[ ]?[$€£%]");

    @Override
    public Stream<Match> in(Document document) {
        return NUMBER.matcher(document.text())
                .results()
                .filter(number -> isValid(number.group("digits")))
                .filter(number -> isPrefixed(number) || !isAmount(document, number))
                .map(number -> new Match(number.start(), number.end(), Label.IMO, isPrefixed(number) ? 0.95 : 0.6));
    }

    /** Whether the first six digits, times 7 to 2, sum up to a number that ends with the seventh. */
    static boolean isValid(String digits) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (digits.charAt(i) - '0') * (7 - i);
        }
        return sum > 0 && sum % 10 == digits.charAt(6) - '0';
    }

    private static boolean isPrefixed(MatchResult number) {
        return number.group("prefix") != null;
    }

    /** Whether the digits look like a part of something else: an amount, a phone number. */
    private static boolean isAmount(Document document, MatchResult number) {
        return document.isAfter(AMOUNT_BEFORE, number.start()) || document.isBefore(AMOUNT_AFTER, number.end());
    }
}
