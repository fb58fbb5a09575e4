package io.oceanid.bootstrapper.imports;

import io.oceanid.rows.Reading;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that were made of others, which are closed with them. */
record RowsWithTheirSources(Rows rows, List<Rows> all) implements Rows {

    @Override
    public @Nullable Reading next() throws IOException {
        return rows.next();
    }

    @Override
    public void close() {
        closeAll(all);
    }

    static void closeAll(List<Rows> all) {
        for (Rows rows : all) {
            try {
                rows.close();
            } catch (IOException _) {
                // nothing more is read of it
            }
        }
    }
}
