package io.oceanid.rows.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a table.
 *
 * @param line where it begins, from 1
 * @param broken why it cannot be read; null if it can
 */
record CsvRecord(long line, List<String> fields, @Nullable String broken) {

    static CsvRecord broken(long line, String reason) {
        return new CsvRecord(line, List.of(), reason);
    }
}
