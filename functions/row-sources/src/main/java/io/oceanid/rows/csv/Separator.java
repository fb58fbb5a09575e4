package io.oceanid.rows.csv;

import io.oceanid.rows.Source;
import io.oceanid.rows.lines.Line;
import io.oceanid.rows.lines.Lines;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What separates the columns of a table that does not say it. */
final class Separator {

    private static final char[] CANDIDATES = {',', '\t', ';', '|', '^', '~', '\u001F', '\u0001'};
    private static final int RECORDS = 100;

    private Separator() {}

    /** The one that makes most records as wide as the first; a comma if none makes columns. */
    static char of(Source source) throws IOException {
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(source, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** What a line such as {@code sep=;} says, which is for Excel. */
    static @Nullable Character said(@Nullable Line first) {
        if (first == null
                || first.end() != 5
                || !first.text().toLowerCase(Locale.ROOT).startsWith("sep=")) {
            return null;
        }
        return first.text().charAt(4);
    }

    /** Above all the part of records that are as wide as the first, then how wide it is. */
    private static double score(Source source, char separator) throws IOException {
        try (Lines lines = Lines.open(source, source.limits().rowCharacters())) {
            CsvRecords records = new CsvRecords(lines, separator, source);
            CsvRecord first = records.next();
            if (first == null || first.fields().size() < 2) {
                return 0;
            }
            int width = first.fields().size();
            int alike = 1;
            int count = 1;
            for (CsvRecord next = records.next(); next != null && count < RECORDS; next = records.next()) {
                alike += next.fields().size() == width ? 1 : 0;
                count++;
            }
            return (double) alike / count + Math.min(width, 999) / 10_000.0;
        }
    }
}
