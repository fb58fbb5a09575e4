package io.oceanid.bootstrapper.imports;

import io.oceanid.bootstrapper.uploads.UploadedFile;
import io.oceanid.rows.ReadOptions;
import io.oceanid.rows.Reading;
import io.oceanid.rows.RowFiles;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file after the other. */
final class RowsInTurn implements Rows {

    private final Iterator<UploadedFile> files;
    private final ReadOptions options;
    private @Nullable Rows open;

    RowsInTurn(List<UploadedFile> files, ReadOptions options) {
        this.files = files.iterator();
        this.options = options;
    }

    @Override
    public @Nullable Reading next() throws IOException {
        while (open != null || files.hasNext()) {
            if (open == null) {
                UploadedFile file = files.next();
                open = RowFiles.open(file.path(), file.name(), options);
            }
            Reading reading = open.next();
            if (reading != null) {
                return reading;
            }
            close();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
