package io.oceanid.local.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL and its tools wrote. */
final class ServerLog {

    private static final Pattern COMPLAINT =
            Pattern.compile("(?:FATAL|PANIC|ERROR|error): {1,2}(?!the database system is)(.+)");

    /** pg_ctl says nothing else while it starts a server, but that it found the traces of one that was killed. */
    private static final Pattern FAILED_START =
            Pattern.compile("^pg_ctl: (?!another server might be running)", Pattern.MULTILINE);

    private ServerLog() {}

    static boolean saysThatStartFailed(Path log) {
        return FAILED_START.matcher(read(log)).find();
    }

    /** The first thing that went wrong; the rest mostly follows from it. */
    static Optional<String> complaint(Path log) {
        Matcher matcher = COMPLAINT.matcher(read(log));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
