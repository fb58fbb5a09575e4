package io.oceanid.rows.parquet;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;
import io.oceanid.rows.Columns;
import io.oceanid.rows.Place;
import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import io.oceanid.rows.Source;
import io.oceanid.rows.UnreadableSourceException;
import java.io.IOException;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a Parquet file. Places count them. Groups of rows are read one after another: Hardwood otherwise reads
 * ahead over them, more than a small heap holds.
 */
public final class ParquetRows implements Rows {

    /** What part of the heap a group may be, unpacked. */
    private static final int PART_OF_HEAP = 4;

    private final Source source;
    private final HardwoodContext context;
    private final ParquetFileReader file;
    private final Deque<Long> portions;
    private final List<String> columns;
    private @Nullable RowReader rows;
    private long begun;
    private long number;

    private ParquetRows(Source source, HardwoodContext context, ParquetFileReader file, Deque<Long> portions) {
        this.source = source;
        this.context = context;
        this.file = file;
        this.portions = portions;
        this.columns = file.getFileSchema().getRootNode().children().stream()
                .map(SchemaNode::name)
                .toList();
    }

    /**
     * Reads the schema.
     *
     * @throws UnreadableSourceException if a column is missing, or it is no Parquet
     */
    public static Rows open(Source source) throws IOException {
        return open(source, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    static Rows open(Source source, long largestGroup) throws IOException {
        SnappyLibrary.choose();
        // one thread, since each holds pages in memory
        HardwoodContext context = HardwoodContext.create(1);
        ParquetFileReader file = null;
        try {
            file = ParquetFileReader.open(InputFile.of(source.file()), context);
            Deque<Long> portions = RowGroups.check(file.getFileMetaData(), source, largestGroup);
            ParquetRows rows = new ParquetRows(source, context, file, portions);
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
            RowReader current = rows;
            while (current == null || !current.hasNext()) {
                closePortion();
                Long portion = portions.poll();
                if (portion == null) {
                    return null;
                }
                ParquetFileReader.RowReaderBuilder builder = file.buildRowReader();
                current = (begun == 0 ? builder : builder.skip(begun))
                        .head(portion)
                        .build();
                rows = current;
                begun += portion;
            }
            current.next();
            return new Reading.Row(new Place(source.name(), ++number), data(current));
        } catch (RuntimeException e) {
            throw damaged(source, e);
        }
    }

    private ObjectNode data(RowReader row) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            data.set(columns.get(i), Values.json(row.isNull(i) ? null : row.getValue(i)));
        }
        return data;
    }

    private void closePortion() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }

    @Override
    public void close() throws IOException {
        closePortion();
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
        if (cause instanceof OutOfMemoryError) {
            return source.unreadable("needs more memory than there is: write it with smaller row groups");
        }
        return source.unreadable("is no whole Parquet file: " + cause.getMessage());
    }
}
