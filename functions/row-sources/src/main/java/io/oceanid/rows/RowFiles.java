package io.oceanid.rows;

import java.io.IOException;
import java.nio.file.Path;

/** Opens files of rows. */
public final class RowFiles {

    private RowFiles() {}

    /**
     * The rows of a file.
     *
     * @param name as its owner calls it; never a path to open
     * @throws UnreadableSourceException if it is in no format that is known, or not what it claims to be
     */
    public static Rows open(Path file, String name, ReadOptions options) throws IOException {
        return new JsonLines(file, name);
    }
}
