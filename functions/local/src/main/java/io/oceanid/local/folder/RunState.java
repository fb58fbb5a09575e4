package io.oceanid.local.folder;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a run listens, for others to find.
 *
 * @param sink the annotations-sink
 * @param adapter the ls-triton-adapter
 * @param database as {@code DATABASE_URL} has it
 */
public record RunState(long pid, URI sink, URI adapter, URI database) {

    /** Empty while no run is ready. What a killed run left is there too: ask {@link RunLock} first. */
    public static Optional<RunState> read(DataFolder folder) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(folder.state())) {
            properties.load(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw folder.unusable(e);
        }
        return Optional.of(new RunState(
                Long.parseLong(properties.getProperty("pid")),
                URI.create(properties.getProperty("annotations-sink")),
                URI.create(properties.getProperty("ls-triton-adapter")),
                URI.create(properties.getProperty("database"))));
    }

    /**
     * Writes it down.
     *
     * @return takes it back
     */
    public AutoCloseable publish(DataFolder folder) {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("annotations-sink", sink.toString());
        properties.setProperty("ls-triton-adapter", adapter.toString());
        properties.setProperty("database", database.toString());
        Path unfinished = folder.root().resolve("run.properties.new");
        try {
            try (Writer file = Files.newBufferedWriter(unfinished)) {
                properties.store(file, null);
            }
            Files.move(unfinished, folder.state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw folder.unusable(e);
        }
        return () -> forget(folder);
    }

    /** Takes back what an earlier run did not. */
    public static void forget(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.state());
        } catch (IOException e) {
            throw folder.unusable(e);
        }
    }
}
