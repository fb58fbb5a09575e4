package io.oceanid.local.database;

import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.folder.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a database.
 *
 * @param folder PostgreSQL's data directory
 */
record Cluster(Path folder) {

    /** Ends a PostgreSQL that still works on these files. */
    void endLeftover() {
        try {
            Postmaster.of(folder).ifPresent(Postmaster::end);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** A run that was killed while it created these files left some that no PostgreSQL starts with, and no data. */
    void removeUnfinished() {
        if (!isFinished()) {
            delete();
        }
    }

    /** Deletes it; killed in the middle, it leaves an unfinished one. */
    void delete() {
        try {
            Files.deleteIfExists(mark());
            Trees.delete(folder);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    boolean isFinished() {
        return Files.exists(mark());
    }

    /** Role and database are there: from now on there may be data. */
    void finish() {
        try {
            Files.createFile(mark());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Path mark() {
        return folder.resolve("oceanid-was-created");
    }

    private CannotRunException unreadable(IOException e) {
        return new CannotRunException("cannot read or write " + folder + " (" + CannotRunException.reason(e) + ")", e);
    }
}
