package io.oceanid.rows.xlsx;

import io.oceanid.rows.xlsx.Token.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day and its time in the letters of a format, in English. */
final class DateText {

    private static final long DAY = 86_400_000;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final double MOST_DAYS = 2_958_466;

    private final List<Token> tokens;
    private final LocalDateTime moment;
    private final long millis;

    private DateText(List<Token> tokens, LocalDateTime moment, long millis) {
        this.tokens = tokens;
        this.moment = moment;
        this.millis = millis;
    }

    /** Null if there is no such day, for which Excel shows a row of {@code #}. */
    static @Nullable String of(List<Token> tokens, double days, boolean since1904) {
        if (days < 0 || days >= MOST_DAYS) {
            return null;
        }
        long step = shortest(tokens);
        long millis = Math.round((double) Math.round(days * DAY) / step) * step;
        long day = millis / DAY;
        // Excel has a 29 February 1900, so days before it are one further on
        LocalDate date = since1904 ? EPOCH_1904.plusDays(day) : EPOCH_1900.plusDays(day < 60 ? day + 1 : day);
        return new DateText(tokens, date.atStartOfDay().plusNanos(millis % DAY * 1_000_000), millis).text();
    }

    /** How many milliseconds the last digit of the seconds stands for; less than a minute is cut off. */
    private static long shortest(List<Token> tokens) {
        int point = 0;
        while (point < tokens.size() && !tokens.get(point).is(Kind.POINT)) {
            point++;
        }
        boolean ofSeconds = tokens.stream()
                .anyMatch(token -> token.is(Kind.DATE) && token.text().startsWith("s"));
        return ofSeconds ? (long) Math.pow(10, Math.max(0, 3 - places(tokens, point + 1))) : 1;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case DATE ->
                    text.append(token.text().length() < 3 && isMinutes(i) ? minutes(token) : date(token.text()));
                case ELAPSED -> text.append(elapsed(token.text()));
                case HALF_OF_DAY -> {
                    String half = moment.getHour() < 12 ? "AM" : "PM";
                    text.append(token.text().length() > 3 ? half : half.substring(0, 1));
                }
                case POINT -> {
                    int places = places(tokens, i + 1);
                    text.append('.');
                    if (places > 0) {
                        String parts = "%03d".formatted(millis % 1000) + "0".repeat(places);
                        text.append(parts, 0, places);
                    }
                    i += places;
                }
                default -> text.append(token.text());
            }
        }
        return text.toString().strip();
    }

    private static int places(List<Token> tokens, int from) {
        int to = from;
        while (to < tokens.size() && tokens.get(to).is(Kind.DIGIT)) {
            to++;
        }
        return to - from;
    }

    /** Months are minutes after hours and before seconds. */
    private boolean isMinutes(int at) {
        return tokens.get(at).text().startsWith("m") && (isTime(at, -1, 'h') || isTime(at, 1, 's'));
    }

    private boolean isTime(int at, int step, char letter) {
        for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
            if (tokens.get(i).is(Kind.DATE) || tokens.get(i).is(Kind.ELAPSED)) {
                return tokens.get(i).text().charAt(0) == letter;
            }
        }
        return false;
    }

    private String minutes(Token token) {
        return padded(moment.getMinute(), token.text().length());
    }

    private String elapsed(String letters) {
        long unit = switch (letters.charAt(0)) {
            case 'h' -> DAY / 24;
            case 'm' -> DAY / 24 / 60;
            default -> 1000;
        };
        return padded(millis / unit, letters.length());
    }

    private String date(String letters) {
        int length = letters.length();
        return switch (letters.charAt(0)) {
            case 'y' -> length < 3 ? padded(moment.getYear() % 100, 2) : String.valueOf(moment.getYear());
            case 'e' -> String.valueOf(moment.getYear());
            case 'm' ->
                switch (length) {
                    case 1, 2 -> padded(moment.getMonthValue(), length);
                    case 3 -> moment.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                    case 5 -> moment.getMonth().getDisplayName(TextStyle.NARROW, Locale.ENGLISH);
                    default -> moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
                };
            case 'd' ->
                switch (length) {
                    case 1, 2 -> padded(moment.getDayOfMonth(), length);
                    case 3 -> moment.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                    default -> moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
                };
            case 'h' -> padded(isHalf() ? (moment.getHour() + 11) % 12 + 1 : moment.getHour(), length);
            default -> padded(moment.getSecond(), length);
        };
    }

    private boolean isHalf() {
        return tokens.stream().anyMatch(token -> token.is(Kind.HALF_OF_DAY));
    }

    private static String padded(long number, int length) {
        String digits = String.valueOf(number);
        return "0".repeat(Math.max(0, Math.min(length, 9) - digits.length())) + digits;
    }
}
