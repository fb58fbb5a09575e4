package io.oceanid.rows;

import io.oceanid.rows.csv.CsvRows;
import io.oceanid.rows.json.JsonLineRows;
import io.oceanid.rows.json.JsonRows;
import io.oceanid.rows.parquet.ParquetRows;
import io.oceanid.rows.pdf.PdfRows;
import io.oceanid.rows.text.TextRows;
import io.oceanid.rows.xlsx.XlsxRows;
import java.io.IOException;
import java.nio.file.Path;

/** Opens files of rows. */
public final class RowFiles {

    private RowFiles() {}

    /**
     * The rows of a file, within {@link ReadLimits#DEFAULT}.
     *
     * @param name as its owner calls it; never a path to open
     * @throws UnreadableSourceException if it is in no format that is known, or not what it claims to be
     */
    public static Rows open(Path file, String name, ReadOptions options) throws IOException {
        return open(file, name, options, ReadLimits.DEFAULT);
    }

    /**
     * The rows of a file.
     *
     * @param name as its owner calls it; never a path to open
     * @throws UnreadableSourceException if it is in no format that is known, or not what it claims to be
     */
    public static Rows open(Path file, String name, ReadOptions options, ReadLimits limits) throws IOException {
        Source source = new Source(file, name, options, limits);
        return switch (FileContent.formatOf(source)) {
            case CSV -> CsvRows.open(source);
            case XLSX -> XlsxRows.open(source);
            case JSON -> JsonRows.open(source);
            case JSONL -> JsonLineRows.open(source);
            case PARQUET -> ParquetRows.open(source);
            case TEXT -> TextRows.open(source);
            case PDF -> PdfRows.open(source);
        };
    }
}
