package io.oceanid.rows.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The native library of Snappy. Where musl is installed beside the C library that a JVM runs on, as it is where static
 * executables are built, Snappy unpacks the one for musl, which cannot be loaded then.
 */
final class SnappyLibrary {

    private static final Path MUSL = Path.of("/lib/ld-musl-x86_64.so.1");
    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final String FOR_GLIBC = "/org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so";

    static {
        try {
            if (Files.exists(MUSL) && !Files.readString(MAPPED).contains("ld-musl")) {
                unpack();
            }
        } catch (IOException _) {
            // Snappy does as well as it can by itself
        }
    }

    private SnappyLibrary() {}

    /** Chooses it, once; has to come before Snappy is used. */
    static void choose() {
        // what there is to do is done when this class is loaded
    }

    private static void unpack() throws IOException {
        try (InputStream library = SnappyLibrary.class.getResourceAsStream(FOR_GLIBC)) {
            if (library != null) {
                Path file = Files.createTempFile("snappy-", ".so");
                file.toFile().deleteOnExit();
                Files.write(file, library.readAllBytes());
                System.setProperty("org.xerial.snappy.lib.path", String.valueOf(file.getParent()));
                System.setProperty("org.xerial.snappy.lib.name", String.valueOf(file.getFileName()));
            }
        }
    }
}
