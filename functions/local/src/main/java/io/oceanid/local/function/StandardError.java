package io.oceanid.local.function;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds back what is written to standard error: a function that cannot start says there why, and it is to be said once. */
final class StandardError implements AutoCloseable {

    private static final String FAILED = "the start failed: ";

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    private StandardError() {}

    static StandardError hold() {
        StandardError error = new StandardError();
        System.setErr(new PrintStream(error.held, true, StandardCharsets.UTF_8));
        return error;
    }

    /** Why the start failed, where that was said. */
    Optional<String> failure() {
        return lines().filter(line -> line.startsWith(FAILED))
                .map(line -> line.substring(FAILED.length()))
                .findFirst();
    }

    /** Lets everything else through. */
    @Override
    public void close() {
        System.setErr(before);
        lines().filter(line -> !line.startsWith(FAILED)).forEach(before::println);
    }

    private Stream<String> lines() {
        return held.toString(StandardCharsets.UTF_8).lines();
    }
}
