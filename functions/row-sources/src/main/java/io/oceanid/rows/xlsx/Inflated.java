package io.oceanid.rows.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a part, counted while they are read. */
final class Inflated extends FilterInputStream {

    /** From which size on the ratio tells something. */
    static final long FREE = 16L << 20;

    private final long compressed;
    private final Archive archive;
    private long count;
    private long allowed = Long.MAX_VALUE;

    Inflated(InputStream in, long compressed, Archive archive) {
        super(in);
        this.compressed = compressed;
        this.archive = archive;
    }

    /** How many bytes may be read until the next time this is called. */
    void allow(int more) {
        allowed = count + more;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (count > allowed) {
            throw new IOException("an element is too long");
        }
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            count += read;
            archive.count(count, read, compressed);
        }
        return read;
    }
}
