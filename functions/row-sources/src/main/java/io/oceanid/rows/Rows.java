package io.oceanid.rows;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Rows, one after another, in bounded memory. Blocks; for one thread at a time.
 */
public interface Rows extends AutoCloseable {

    /**
     * The next one; null at the end.
     *
     * @throws UnreadableSourceException if nothing more can be read of the source
     */
    @Nullable
    Reading next() throws IOException;

    @Override
    void close() throws IOException;
}
