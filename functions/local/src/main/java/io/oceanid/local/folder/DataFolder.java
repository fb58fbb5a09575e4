package io.oceanid.local.folder;

import io.oceanid.local.failure.CannotRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.unit.DataSize;

/** {@code .oceanid} in the project: all that a local run leaves on the disk. */
public record DataFolder(Path root) {

    /** Nobody is asked for a password by what runs in it. */
    private static final FileAttribute<?> FOR_THIS_USER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** The folder, created where it is not there yet. */
    public static DataFolder create(Path root) {
        DataFolder folder = new DataFolder(root.toAbsolutePath().normalize());
        try {
            if (!Files.isDirectory(folder.root)) {
                Files.createDirectories(folder.root, FOR_THIS_USER);
            }
            Files.createDirectories(folder.logs());
        } catch (IOException e) {
            throw folder.unusable(e);
        }
        return folder;
    }

    /** The files of the database. */
    public Path database() {
        return root.resolve("database");
    }

    /** The programs of PostgreSQL, unpacked. Not the temporary folder, where several users would meet. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** What the broker has not delivered yet. */
    public Path queue() {
        return root.resolve("queue.mv");
    }

    /** Takes away what the broker has not delivered. */
    public void deleteQueue() {
        try {
            Files.deleteIfExists(queue());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Held by the one run of this folder. */
    Path lock() {
        return root.resolve("run.lock");
    }

    /** Where the run of this folder listens. */
    Path state() {
        return root.resolve("run.properties");
    }

    /** A log, where it stands. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** A log that is empty now; the one before it is kept. */
    public Path newLog(String name) {
        Path log = log(name);
        try {
            if (Files.exists(log)) {
                Files.move(log, log("previous-" + name), StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.createFile(log);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** @throws CannotRunException if the disk has less free space */
    public void requireSpace(DataSize needed) {
        try {
            DataSize free = DataSize.ofBytes(Files.getFileStore(root).getUsableSpace());
            if (free.compareTo(needed) < 0) {
                throw new CannotRunException("the disk of " + root + " is full: " + free.toMegabytes()
                        + " MB are free, and at least " + needed.toMegabytes() + " are needed");
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    CannotRunException unusable(IOException error) {
        return new CannotRunException(
                "cannot write to " + root + " (" + CannotRunException.reason(error) + "); it has to be a folder that "
                        + System.getProperty("user.name") + " may write to",
                error);
    }

    private Path logs() {
        return root.resolve("log");
    }
}
