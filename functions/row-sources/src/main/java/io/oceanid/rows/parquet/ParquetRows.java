package io.oceanid.rows.parquet;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import io.oceanid.rows.Columns;
import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import io.oceanid.rows.Source;
import io.oceanid.rows.UnreadableSourceException;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a Parquet file. Places count them. */
public final class ParquetRows implements Rows {

    private final Source source;
    private final HardwoodContext context;
    private final ParquetFileReader file;
    private final RowReader rows;
    private final List<String> columns;
    private long number;

    private ParquetRows(Source source, HardwoodContext context, ParquetFileReader file) {
        this.source = source;
        this.context = context;
        this.file = file;
        this.rows = file.rowReader();
        this.columns = IntStream.range(0, rows.getFieldCount())
                .mapToObj(rows::getFieldName)
                .toList();
    }

    /**
     * Reads the schema.
     *
     * @throws UnreadableSourceException if a column is missing, or it is no Parquet
     */
    public static Rows open(Source source) throws IOException {
        // one thread, since each holds pages in memory
        HardwoodContext context = HardwoodContext.create(1);
        ParquetFileReader file = null;
        try {
            file = ParquetFileReader.open(InputFile.of(source.file()), context);
            RowGroups.check(file.getFileMetaData(), source);
            ParquetRows rows = new ParquetRows(source, context, file);
            Columns.named(rows.columns, source.name(), source.options().columns());
            return rows;
        } catch (UnreadableSourceException e) {
            close(file, context);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(file, context);
            throw damaged(source, e);
        }
    }

    @Override
    public @Nullable Reading next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            rows.next();
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < columns.size(); i++) {
                data.set(
                        columns.get(i),
                        rows.isNull(i) ? JsonNodeFactory.instance.nullNode() : Values.json(rows.getValue(i)));
            }
            return new Reading.Row(new Place(source.name(), ++number), data);
        } catch (RuntimeException e) {
            throw damaged(source, e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
        close(file, context);
    }

    private static void close(@Nullable ParquetFileReader file, HardwoodContext context) throws IOException {
        try (context;
                file) {
            // both, whatever becomes of the other
        }
    }

    private static UnreadableSourceException damaged(Source source, Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return source.unreadable("is no whole Parquet file: " + cause.getMessage());
    }
}
