package io.oceanid.local.database;

import io.oceanid.local.failure.CannotRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The process that {@code postmaster.pid} names. Nobody but the holder of the run lock starts one on these files.
 *
 * @param pidFile where it is written
 * @param folder the data directory as the process was told it
 */
record Postmaster(Path pidFile, long pid, String folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Empty where no PostgreSQL ran, or the last one ended well. */
    static Optional<Postmaster> of(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2 || !lines.getFirst().strip().matches("\\d{1,18}")) {
            // killed while it wrote the first lines
            Files.delete(file);
            return Optional.empty();
        }
        return Optional.of(new Postmaster(
                file, Long.parseLong(lines.getFirst().strip()), lines.get(1).strip()));
    }

    /** Ends it if it is there; else sees to it that another process of the same id does not keep a new one away. */
    void end() {
        if (!isAlive()) {
            forget();
            return;
        }
        // "fast": to SIGTERM it would wait for the clients to leave
        signal("INT");
        if (!isGoneWithin(PATIENCE)) {
            signal("QUIT");
            if (!isGoneWithin(PATIENCE)) {
                throw new CannotRunException("PostgreSQL of an earlier run (pid " + pid + ") does not end; kill it");
            }
        }
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(info -> info.command()
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent())
                .flatMap(ProcessHandle.Info::arguments)
                .filter(arguments -> Arrays.asList(arguments).contains(folder))
                .isPresent();
    }

    private void forget() {
        // PostgreSQL itself sees that no process has the id any more
        if (ProcessHandle.of(pid).isPresent()) {
            try {
                Files.deleteIfExists(pidFile);
            } catch (IOException e) {
                throw new CannotRunException("cannot delete " + pidFile + ": " + e.getMessage(), e);
            }
        }
    }

    private void signal(String name) {
        try {
            // kill of the shell: there is not always a program of that name
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new CannotRunException("cannot end PostgreSQL of an earlier run (pid " + pid + ")", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isGoneWithin(Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (isAlive()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
