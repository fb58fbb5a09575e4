package io.oceanid.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.local.TestFolder;
import io.oceanid.local.folder.DataFolder;
import io.oceanid.local.function.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalDatabaseTest {

    private static final String ADD =
            "insert into oceanid.inbox values ('s', gen_random_uuid(), 't', null, null, now(), '', false)";

    @SuppressWarnings("NullAway.Init")
    private DataFolder folder;

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private LocalDatabase database;

    /** Over what a creation left that was killed in the middle. */
    @BeforeAll
    void create(@TempDir Path temporary) throws IOException {
        folder = TestFolder.in(temporary);
        Files.createDirectories(folder.database().resolve("base"));
        Files.writeString(folder.database().resolve("postgresql.conf"), "half of");
        database = start();
    }

    @Test
    void roleAndDatabaseAreWhereTheAddressSays() throws SQLException {
        assertThat(database.address().url())
                .hasToString(
                        "postgresql://oceanid@127.0.0.1:" + database.address().port() + "/oceanid");
        assertThat(value("select current_user || ' ' || current_database()")).isEqualTo("oceanid oceanid");
    }

    @Test
    void dataSurviveARestart() throws SQLException {
        execute(ADD);
        String before = count();

        database.close();
        database = start();

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void dataSurviveAKilledServer() throws Exception {
        execute(ADD);
        String before = count();

        ProcessHandle.of(postmaster().pid()).orElseThrow().destroyForcibly();
        database.close();
        database = start();

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aServerLeftBehindIsEndedWhateverItsClientsDo() throws Exception {
        Postmaster leftBehind = postmaster();
        assertThat(leftBehind.isAlive()).isTrue();

        try (var _ = database.address().dataSource().getConnection()) {
            new Cluster(folder.database()).endLeftover();
        }

        assertThat(leftBehind.isAlive()).isFalse();
        database.close();
        database = start();
    }

    private LocalDatabase start() {
        return LocalDatabase.start(folder, Ports::free);
    }

    private Postmaster postmaster() throws IOException {
        return Postmaster.of(folder.database()).orElseThrow();
    }

    private String count() throws SQLException {
        return value("select count(*) from oceanid.inbox");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.address().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws SQLException {
        try (var connection = database.address().dataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
