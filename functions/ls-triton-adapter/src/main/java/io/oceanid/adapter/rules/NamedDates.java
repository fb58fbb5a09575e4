package io.oceanid.adapter.rules;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dates with the name of a month that a calendar has: 1 March 2024, 1st of March 2024, 1. März 2024, 1 de marzo de 2024,
 * 01-MAR-2024, March 1, 2024. A year of two digits counts, for less, behind a hyphen, a slash or an apostrophe, or where the
 * month is short as in 01 MAR 24.
 */
final class NamedDates implements Rule {

    // The patterns look ahead and consume nothing: "10 lots 20 March 2024" begins like a date that is none.

    private static final String MONTH = "(?<month>[\\p{L}\\p{M}]{3,14}+)";

    private static final Pattern DAY_FIRST = Pattern.compile("(?<![\\p{L}\\p{N}])(?<![0-9][./\\-])(?=(?<date>"
            + "(?<day>[0-9]{1,2}+)(?i:st|nd|rd|th|er|re|[ºª°.])?+[ \\t\\-/]{0,2}+(?i:of the |of |de |del )?+"
            + MONTH
            + "\\.?+,?+(?<by>[ \\t\\-/'’]{0,2}+(?i:of |de |del"
            + " )?+)(?<year>[0-9]{4}|[0-9]{2})(?![\\p{L}\\p{N}:]|[.,][0-9])))");

    private static final Pattern MONTH_FIRST = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])(?=(?<date>"
            + MONTH
            + "\\.?+[ \\t\\-]{1,2}+(?<day>[0-9]{1,2}+)(?i:st|nd|rd|th)?+,?+[ \\t\\-]{1,2}+(?<year>[0-9]{4})"
            + "(?![\\p{L}\\p{N}:]|[.,][0-9])))");

    @Override
    public Stream<Match> in(Document document) {
        return Stream.concat(
                        DAY_FIRST.matcher(document.text()).results().filter(NamedDates::isClear),
                        MONTH_FIRST.matcher(document.text()).results())
                .filter(NamedDates::isDay)
                .map(date -> new Match(
                        date.start("date"),
                        date.end("date"),
                        Label.DATE,
                        date.group("year").length() == 4 ? 0.95 : 0.6));
    }

    private static boolean isDay(MatchResult date) {
        int year = NumericDates.year(date.group("year"));
        int day = Integer.parseInt(date.group("day"));
        return Months.number(date.group("month"))
                .filter(month -> NumericDates.isDay(year, month, day))
                .isPresent();
    }

    private static boolean isClear(MatchResult date) {
        return date.group("year").length() == 4
                || date.group("by").chars().anyMatch(unit -> "-/'’".indexOf(unit) >= 0)
                || (date.group("month").length() == 3 && date.group("day").length() == 2);
    }
}
