package io.oceanid.rows.xlsx;

import io.oceanid.rows.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;

/** The end of an archive, which says how large its directory is: {@link java.util.zip.ZipFile} loads all of that. */
final class ArchiveDirectory {

    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ZIP64_SIGNATURE = 0x06064b50;
    private static final long BYTES_PER_ENTRY = 512;

    private ArchiveDirectory() {}

    /** Refuses an archive whose directory is larger than that of as many files as there may be. */
    static void check(Source source) throws IOException {
        long most = source.limits().archiveEntries() * BYTES_PER_ENTRY;
        try (SeekableByteChannel file = Files.newByteChannel(source.file())) {
            long from = Math.max(0, file.size() - END - LONGEST_COMMENT);
            ByteBuffer end = read(file, from, (int) (file.size() - from));
            for (int at = end.limit() - END; at >= 0; at--) {
                if (end.getInt(at) == END_SIGNATURE) {
                    if (size(file, end, at) > most) {
                        throw source.unreadable("is an archive with too large a directory");
                    }
                    return;
                }
            }
        }
        throw source.unreadable("is no whole workbook: the archive is damaged or cut off");
    }

    private static long size(SeekableByteChannel file, ByteBuffer end, int at) throws IOException {
        long size = Integer.toUnsignedLong(end.getInt(at + 12));
        if (size != 0xFFFFFFFFL || at < 20) {
            return size;
        }
        long zip64 = end.getLong(at - 20 + 8);
        if (zip64 < 0 || zip64 > file.size() - 56) {
            return Long.MAX_VALUE;
        }
        ByteBuffer large = read(file, zip64, 56);
        return large.getInt(0) == ZIP64_SIGNATURE && large.getLong(40) >= 0 ? large.getLong(40) : Long.MAX_VALUE;
    }

    private static ByteBuffer read(SeekableByteChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(from);
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // goes on
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
