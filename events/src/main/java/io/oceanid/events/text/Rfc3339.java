package io.oceanid.events.text;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times as RFC 3339, section 5.6, has them. {@code java.time} alone would also take one without seconds or a year of five
 * digits, and takes several times as long, which counts where every event has half a dozen.
 */
public final class Rfc3339 {

    /** Where the seconds end in {@code 2026-01-31T12:00:00Z}. */
    private static final int END_OF_SECONDS = 19;

    private static final int MOST_DECIMALS = 9;

    private Rfc3339() {}

    /**
     * Reads a time.
     *
     * @throws DateTimeException if the text is none, has more than nine decimals, or names a day, a time (leap seconds among
     *     them) or an offset that there is not
     */
    public static OffsetDateTime parse(String text) {
        boolean shaped = text.length() > END_OF_SECONDS
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        if (!shaped) {
            throw none(text);
        }
        int end = endOfDecimals(text);
        return OffsetDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, END_OF_SECONDS),
                nanos(text, end),
                offset(text, end));
    }

    private static int endOfDecimals(String text) {
        if (text.charAt(END_OF_SECONDS) != '.') {
            return END_OF_SECONDS;
        }
        int end = END_OF_SECONDS + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int decimals = end - END_OF_SECONDS - 1;
        if (decimals < 1 || decimals > MOST_DECIMALS) {
            throw none(text);
        }
        return end;
    }

    private static int nanos(String text, int end) {
        if (end == END_OF_SECONDS) {
            return 0;
        }
        int nanos = number(text, END_OF_SECONDS + 1, end);
        for (int decimals = end - END_OF_SECONDS - 1; decimals < MOST_DECIMALS; decimals++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static ZoneOffset offset(String text, int from) {
        int length = text.length() - from;
        char sign = length == 0 ? ' ' : text.charAt(from);
        if (length == 1 && (sign == 'Z' || sign == 'z')) {
            return ZoneOffset.UTC;
        }
        if (length != 6 || (sign != '+' && sign != '-') || text.charAt(from + 3) != ':') {
            throw none(text);
        }
        int hours = number(text, from + 1, from + 3);
        int minutes = number(text, from + 4, from + 6);
        return sign == '-' ? ZoneOffset.ofHoursMinutes(-hours, -minutes) : ZoneOffset.ofHoursMinutes(hours, minutes);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (!isDigit(digit)) {
                throw none(text);
            }
            number = number * 10 + (digit - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static DateTimeException none(String text) {
        return new DateTimeException("no time of RFC 3339: " + text);
    }
}
