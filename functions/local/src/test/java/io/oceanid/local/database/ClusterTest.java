package io.oceanid.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.local.TestFolder;
import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.folder.DataFolder;
import io.oceanid.local.function.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @SuppressWarnings("NullAway.Init")
    private DataFolder folder;

    @SuppressWarnings("NullAway.Init")
    private Cluster cluster;

    @BeforeEach
    void create() throws IOException {
        folder = TestFolder.in(temporary);
        cluster = new Cluster(Files.createDirectories(folder.database()));
    }

    @Test
    void aProcessThatOnlyHasTheIdOfAnEarlierServerIsLeftAlone() throws IOException {
        Path pidFile = write("postmaster.pid", ProcessHandle.current().pid() + "\n" + folder.database() + "\n");

        cluster.endLeftover();

        assertThat(pidFile).doesNotExist();
    }

    @Test
    void anIdThatNoProcessHasIsLeftToPostgres() throws IOException {
        Path pidFile = write("postmaster.pid", "999999999\n" + folder.database() + "\n");

        cluster.endLeftover();

        assertThat(pidFile).exists();
    }

    @Test
    void aHalfWrittenIdIsNoServer() throws IOException {
        Path pidFile = write("postmaster.pid", "");

        cluster.endLeftover();

        assertThat(pidFile).doesNotExist();
    }

    @Test
    void onlyAFinishedOneIsKept() throws IOException {
        write("postgresql.conf", "half of");
        cluster.removeUnfinished();
        assertThat(folder.database()).doesNotExist();

        Files.createDirectories(folder.database());
        cluster.finish();
        cluster.removeUnfinished();
        assertThat(folder.database()).isDirectory();
    }

    @Test
    void aFolderThatIsNotOursIsSaid() throws IOException {
        Path pidFile = Files.createDirectory(folder.database().resolve("postmaster.pid"));

        assertThatThrownBy(cluster::endLeftover)
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("cannot read or write " + folder.database());
        assertThat(pidFile).exists();
    }

    @Test
    void whatPostgresComplainsOfIsSaid() throws IOException {
        cluster.finish();
        write("postgresql.conf", "max_connections = many\n");
        write("PG_VERSION", "18\n");

        assertThatThrownBy(() -> LocalDatabase.start(folder, Ports::free))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("PostgreSQL cannot start: ")
                .hasMessageContaining("postgresql.conf");
    }

    @Test
    void aDeletedDatabaseIsGone() throws IOException {
        write("PG_VERSION", "18\n");

        LocalDatabase.delete(folder);

        assertThat(folder.database()).doesNotExist();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.database().resolve(name), text);
    }
}
