package io.oceanid.rows.parquet;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import io.oceanid.rows.Source;
import java.util.Set;

/** What a file says about its parts, before they are read. */
final class RowGroups {

    private static final Set<CompressionCodec> CODECS = Set.of(
            CompressionCodec.UNCOMPRESSED, CompressionCodec.GZIP, CompressionCodec.SNAPPY, CompressionCodec.ZSTD);

    private RowGroups() {}

    /** Refuses what unpacks to more than there may be, and compression that is not known here. */
    static void check(FileMetaData metadata, Source source) {
        long size = 0;
        for (RowGroup group : metadata.rowGroups()) {
            for (ColumnChunk column : group.columns()) {
                size += Math.max(0, column.metaData().totalUncompressedSize());
                CompressionCodec codec = column.metaData().codec();
                if (!CODECS.contains(codec)) {
                    throw source.unreadable("is compressed with " + codec + ", which cannot be read");
                }
            }
        }
        if (size > source.limits().inflatedBytes()) {
            throw source.unreadable("unpacks to more than " + source.limits().inflatedBytes() + " bytes");
        }
    }
}
