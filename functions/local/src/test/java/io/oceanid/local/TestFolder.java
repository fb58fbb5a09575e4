package io.oceanid.local;

import io.oceanid.local.folder.DataFolder;
import java.nio.file.Path;

/** Data folders for tests, which share one unpacked PostgreSQL. */
public final class TestFolder {

    private TestFolder() {}

    public static DataFolder in(Path temporary) {
        System.setProperty(
                "ot.epg.working-dir",
                Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg").toString());
        return DataFolder.create(temporary.resolve("with a space"));
    }
}
