package io.oceanid.rows.pdf;

import io.oceanid.rows.Source;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Finds what would unpack to more than memory holds, before PDFBox unpacks it there. Pictures are never unpacked for
 * text, so they may be large.
 */
final class PdfStreams {

    /** Of one stream. */
    private static final int LARGEST = 48 << 20;

    private static final int MOST = 500_000;

    private static final byte[] BEGIN = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int DICTIONARY = 4096;

    private PdfStreams() {}

    static void check(Source source) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(source.file()), 1 << 16)) {
            byte[] before = new byte[DICTIONARY];
            int matched = 0;
            long at = 0;
            long total = 0;
            int streams = 0;
            for (int b = file.read(); b >= 0; b = file.read()) {
                before[(int) (at++ % DICTIONARY)] = (byte) b;
                matched = b == BEGIN[matched] ? matched + 1 : b == BEGIN[0] ? 1 : 0;
                if (matched == BEGIN.length) {
                    matched = 0;
                    if (!isPicture(before, at)) {
                        long size = inflated(source, at);
                        total += size;
                        if (size > LARGEST) {
                            throw source.unreadable("unpacks to more than " + LARGEST + " bytes in one place");
                        }
                    }
                    if (++streams > MOST || total > source.limits().inflatedBytes()) {
                        throw source.unreadable("unpacks to too much");
                    }
                }
            }
        }
    }

    private static boolean isPicture(byte[] before, long at) {
        StringBuilder dictionary = new StringBuilder(DICTIONARY);
        for (long i = Math.max(0, at - DICTIONARY); i < at; i++) {
            dictionary.append((char) before[(int) (i % DICTIONARY)]);
        }
        String own = dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj")));
        return own.contains("/Image");
    }

    private static long inflated(Source source, long from) throws IOException {
        try (InputStream file = Files.newInputStream(source.file())) {
            file.skipNBytes(from);
            InputStream buffered = new BufferedInputStream(file, 1 << 13);
            buffered.mark(2);
            for (int b = buffered.read(); b == '\r' || b == '\n'; b = buffered.read()) {
                buffered.mark(2);
            }
            buffered.reset();
            try (InflaterInputStream inflated = new InflaterInputStream(buffered)) {
                return inflated.skip(LARGEST + 1L);
            }
        } catch (ZipException | EOFException _) {
            // not deflated, or damaged: that does not unpack to much
            return 0;
        }
    }
}
