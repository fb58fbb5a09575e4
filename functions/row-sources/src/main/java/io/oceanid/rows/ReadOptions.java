package io.oceanid.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read, where it is not to be found out.
 *
 * @param format null to find out by content and name
 * @param charset IANA name; null to find out
 * @param separator of columns; null to find out
 * @param header whether the first row names the columns; if not they are {@code column_1} and so on
 * @param columns that there have to be; one that is missing refuses the file, by name
 * @param sheets of a workbook, by name; empty for all
 * @param text what is one row of a plain text
 */
public record ReadOptions(
        @Nullable Format format,
        @Nullable String charset,
        @Nullable Character separator,
        boolean header,
        List<String> columns,
        List<String> sheets,
        TextUnit text) {

    /** Everything is found out. */
    public static final ReadOptions DEFAULT =
            new ReadOptions(null, null, null, true, List.of(), List.of(), TextUnit.DOCUMENT);

    public ReadOptions {
        columns = List.copyOf(columns);
        sheets = List.copyOf(sheets);
    }

    /** What is one row of a plain text. */
    public enum TextUnit {
        DOCUMENT,
        PARAGRAPH,
        LINE
    }
}
