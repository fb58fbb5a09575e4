package io.oceanid.rows.parquet;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import io.oceanid.rows.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** What a file says about its parts, before they are read. */
final class RowGroups {

    private static final Set<CompressionCodec> CODECS = Set.of(
            CompressionCodec.UNCOMPRESSED, CompressionCodec.GZIP, CompressionCodec.SNAPPY, CompressionCodec.ZSTD);

    private RowGroups() {}

    /**
     * Refuses what unpacks to more than there may be, and compression that is not known here.
     *
     * @param largest how many bytes may be read at a time
     * @return how many rows are read at a time: those of one group, or of several small ones
     */
    static Deque<Long> check(FileMetaData metadata, Source source, long largest) {
        Deque<Long> portions = new ArrayDeque<>();
        long total = 0;
        long portion = 0;
        for (RowGroup group : metadata.rowGroups()) {
            long size = size(group, source);
            total += size;
            portion += size;
            if (total > source.limits().inflatedBytes()) {
                throw source.unreadable(
                        "unpacks to more than " + source.limits().inflatedBytes() + " bytes");
            }
            if (size > largest) {
                throw source.unreadable(
                        "has row groups of more than " + largest + " bytes: write it with smaller ones");
            }
            if (portion > largest || portions.isEmpty()) {
                portions.add(0L);
                portion = size;
            }
            portions.add(portions.removeLast() + group.numRows());
        }
        // Hardwood reads no portion of none
        portions.removeIf(rows -> rows <= 0);
        return portions;
    }

    private static long size(RowGroup group, Source source) {
        long size = 0;
        for (ColumnChunk column : group.columns()) {
            size += Math.max(0, column.metaData().totalUncompressedSize());
            CompressionCodec codec = column.metaData().codec();
            if (!CODECS.contains(codec)) {
                throw source.unreadable("is compressed with " + codec + ", which cannot be read");
            }
        }
        return size;
    }
}
