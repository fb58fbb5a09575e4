package io.oceanid.rows;

/**
 * Where something stands.
 *
 * @param source the file, and where it has parts the part: {@code cargo.xlsx, sheet Ports}
 * @param line from 1: of a text file the line it begins on, of a sheet the row; of other files, which one it is
 */
public record Place(String source, long line) {

    @Override
    public String toString() {
        return source + ", line " + line;
    }
}
