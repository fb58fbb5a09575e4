package io.oceanid.rows.xlsx;

import io.oceanid.rows.Source;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook, by name. Names are looked up, never paths of files to write. */
final class Archive implements Closeable {

    private final ZipFile zip;
    private final Source source;
    private long inflated;

    private Archive(ZipFile zip, Source source) {
        this.zip = zip;
        this.source = source;
    }

    static Archive open(Source source) throws IOException {
        ArchiveDirectory.check(source);
        ZipFile zip;
        try {
            zip = new ZipFile(source.file().toFile());
        } catch (ZipException | EOFException _) {
            throw source.unreadable("is no whole workbook: the archive is damaged or cut off");
        }
        if (zip.size() > source.limits().archiveEntries()) {
            zip.close();
            throw source.unreadable(
                    "is an archive of more than " + source.limits().archiveEntries() + " files");
        }
        return new Archive(zip, source);
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** The XML of a part, null if there is none. */
    @Nullable
    Markup markup(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return null;
        }
        Inflated bytes;
        try {
            bytes = new Inflated(zip.getInputStream(entry), entry.getCompressedSize(), this);
        } catch (ZipException _) {
            throw source.unreadable("its part " + part + " cannot be unpacked; has it a password?");
        }
        return Markup.of(bytes, part, source);
    }

    /** The XML of a part that there has to be. */
    Markup needed(String part) throws IOException {
        Markup markup = markup(part);
        if (markup == null) {
            throw source.unreadable("is no workbook: its part " + part + " is missing");
        }
        return markup;
    }

    /** Counts what was read of a part, and refuses what is too much. */
    void count(long ofPart, int more, long compressed) {
        inflated += more;
        if (inflated > source.limits().inflatedBytes()) {
            throw source.unreadable("unpacks to more than " + source.limits().inflatedBytes() + " bytes");
        }
        int ratio = source.limits().inflationRatio();
        if (ofPart > Inflated.FREE && ofPart / ratio > Math.max(1, compressed)) {
            throw source.unreadable("unpacks to more than " + ratio + " times its size, as zip bombs do");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
