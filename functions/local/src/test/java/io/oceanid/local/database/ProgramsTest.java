package io.oceanid.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    private static final String SETTING = "ot.epg.working-dir";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final String before = System.getProperty(SETTING, "");

    @BeforeEach
    void forget() {
        System.clearProperty(SETTING);
    }

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty(SETTING);
        } else {
            System.setProperty(SETTING, before);
        }
    }

    @Test
    void whatWasUnpackedInHalfIsUnpackedAnew() throws IOException {
        Path half = Files.createDirectories(folder.resolve("PG-half/bin"));
        Path whole = Files.createDirectories(folder.resolve("PG-whole"));
        Files.createFile(whole.resolve(".exists"));

        Programs.unpackInto(folder);

        assertThat(half.getParent()).doesNotExist();
        assertThat(whole).isDirectory();
        assertThat(System.getProperty(SETTING)).isEqualTo(folder.toString());
    }

    @Test
    void anotherPlaceThatIsSetIsKept() {
        System.setProperty(SETTING, "elsewhere");

        Programs.unpackInto(folder);

        assertThat(System.getProperty(SETTING)).isEqualTo("elsewhere");
    }
}
