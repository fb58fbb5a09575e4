package io.oceanid.sink.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A record of RFC 4180. */
final class CsvLine {

    private static final CsvWriter.CsvWriterBuilder WRITER =
            CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF);

    private CsvLine() {}

    static String of(@Nullable String... cells) {
        StringWriter line = new StringWriter();
        try (CsvWriter writer = WRITER.build(line)) {
            writer.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
