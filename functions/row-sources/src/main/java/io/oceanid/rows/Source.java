package io.oceanid.rows;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param name as its owner calls it; only ever shown
 */
public record Source(Path file, String name, ReadOptions options, ReadLimits limits) {

    /** What is thrown when it cannot be read. */
    public UnreadableSourceException unreadable(String reason) {
        return new UnreadableSourceException(name + ": " + reason);
    }
}
