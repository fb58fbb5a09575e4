package io.oceanid.rows.csv;

import io.oceanid.rows.Source;
import io.oceanid.rows.lines.Line;
import io.oceanid.rows.lines.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records as RFC 4180 has them. One whose quotes are wrong is broken, and what comes next begins on the line after its
 * first: that is why this is not left to a parser that reads on for the end of a quote.
 */
final class CsvRecords {

    private static final char QUOTE = '"';

    /** How many characters are read anew because of wrong quotes, before it is no table any more. */
    private static final long MOST_READ_AGAIN = 256L << 20;

    private final Lines lines;
    private final char separator;
    private final Source source;
    /** The lines of the record so far; {@code at} is in the last of them. */
    private final List<Line> taken = new ArrayList<>();

    private int at;
    private long size;
    private long readAgain;

    CsvRecords(Lines lines, char separator, Source source) {
        this.lines = lines;
        this.separator = separator;
        this.source = source;
    }

    /** The next record that is no empty line, null at the end. */
    @Nullable
    CsvRecord next() throws IOException {
        Line line = lines.next();
        while (line != null && line.isEmpty()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        taken.clear();
        size = 0;
        long number = line.number();
        List<String> fields = new ArrayList<>();
        try {
            take(line);
            at = 0;
            while (field(fields)) {
                // goes on
            }
            return new CsvRecord(number, fields, null);
        } catch (WrongRecordException e) {
            return CsvRecord.broken(number, e.reason);
        }
    }

    /** Takes the next field, and says whether one comes after it. */
    private boolean field(List<String> fields) throws IOException, WrongRecordException {
        Line line = taken.getLast();
        if (at < line.end() && line.text().charAt(at) == QUOTE) {
            return quoted(fields);
        }
        int end = line.text().indexOf(separator, at);
        boolean last = end < 0 || end >= line.end();
        fields.add(line.text().substring(at, last ? line.end() : end));
        at = end + 1;
        return !last;
    }

    private boolean quoted(List<String> fields) throws IOException, WrongRecordException {
        StringBuilder field = new StringBuilder();
        Line line = taken.getLast();
        at++;
        while (true) {
            int quote = line.text().indexOf(QUOTE, at);
            if (quote < 0) {
                field.append(line.text(), at, line.text().length());
                line = take(lines.next());
                at = 0;
            } else {
                field.append(line.text(), at, quote);
                at = quote + 1;
                if (at >= line.end() || line.text().charAt(at) != QUOTE) {
                    break;
                }
                field.append(QUOTE);
                at++;
            }
        }
        fields.add(field.toString());
        if (at < line.end() && line.text().charAt(at) != separator) {
            throw wrong("text after the end of a quote");
        }
        return at++ < line.end();
    }

    private Line take(@Nullable Line line) throws WrongRecordException {
        if (line == null) {
            throw wrong("a quote is not closed");
        }
        taken.add(line);
        size += line.text().length();
        int most = source.limits().rowCharacters();
        if (line.tooLong() || size > most) {
            throw wrong("longer than " + most + " characters" + (taken.size() > 1 ? "; is a quote not closed?" : ""));
        }
        return line;
    }

    private WrongRecordException wrong(String reason) {
        readAgain += size;
        if (readAgain > MOST_READ_AGAIN) {
            throw source.unreadable("too many quotes that are not closed, the last on line "
                    + taken.getFirst().number());
        }
        lines.back(taken.subList(1, taken.size()));
        return new WrongRecordException(reason);
    }

    private static final class WrongRecordException extends Exception {

        private final String reason;

        private WrongRecordException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
