package io.oceanid.adapter.rules;

import java.time.YearMonth;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dates in digits that a calendar has: 2024-03-01 and its like, 01.03.2024, and 1/3/2024 whichever of the two is the day.
 * Of a time stamp it is the date alone. Years are those from 1900 to 2099.
 */
final class NumericDates implements Rule {

    private static final Pattern YEAR_FIRST = Pattern.compile("(?<![\\p{L}\\p{N}])(?<![0-9][.\\-])"
            + "(?<year>[0-9]{4})(?<by>[-/.])(?<month>[0-9]{1,2})\\k<by>(?<day>[0-9]{1,2})(?![0-9]|\\k<by>[0-9])");

    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<![0-9][./\\-])"
                + "(?<a>[0-9]{1,2})(?<by>[-/.])(?<b>[0-9]{1,2})\\k<by>(?<year>[0-9]{4}|[0-9]{2})(?![\\p{L}\\p{N}]|\\k<by>[0-9])");

    @Override
    public Stream<Match> in(Document document) {
        return Stream.concat(
                YEAR_FIRST
                        .matcher(document.text())
                        .results()
                        .filter(NumericDates::isYearFirst)
                        .map(date -> match(date, 0.95)),
                YEAR_LAST
                        .matcher(document.text())
                        .results()
                        .filter(NumericDates::isYearLast)
                        .map(date -> match(date, date.group("year").length() == 4 ? 0.9 : 0.6)));
    }

    /** Whether a year of our times has that day. */
    static boolean isDay(int year, int month, int day) {
        return year >= 1900
                && year <= 2099
                && month >= 1
                && month <= 12
                && YearMonth.of(year, month).isValidDay(day);
    }

    /** The year that is meant: two digits stand for one from 1970 to 2069. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year + (year < 70 ? 2000 : 1900);
    }

    private static boolean isYearFirst(MatchResult date) {
        return isDay(year(date.group("year")), number(date, "month"), number(date, "day"));
    }

    private static boolean isYearLast(MatchResult date) {
        int a = number(date, "a");
        int b = number(date, "b");
        int year = year(date.group("year"));
        if (!date.group("by").equals(".")) {
            return isDay(year, b, a) || isDay(year, a, b);
        }
        // 1.2.24 may be the number of a section or a version
        return isDay(year, b, a)
                && (date.group("year").length() == 4 || date.group().length() == 8);
    }

    private static int number(MatchResult date, String group) {
        return Integer.parseInt(date.group(group));
    }

    private static Match match(MatchResult date, double score) {
        return new Match(date.start(), date.end(), Label.DATE, score);
    }
}
