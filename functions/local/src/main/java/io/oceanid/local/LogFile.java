package io.oceanid.local;

import java.nio.file.Path;

/**
 * Where {@code logback.xml} lets everything be written; the terminal gets warnings only. The functions leave logging
 * alone: each of them would set it up anew, and take it down for all.
 */
final class LogFile {

    private LogFile() {}

    /** To be called before anything logs. */
    static void use(Path file) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("oceanid.log", file.toString());
    }
}
