package io.oceanid.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkMigrationTest {

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @BeforeAll
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @Test
    void bringsAnEmptyDatabaseToTheNewestVersionAndDoesNothingTheSecondTime() throws SQLException {
        String url = "postgresql://postgres:any@127.0.0.1:" + postgres.getPort() + "/postgres";

        assertThat(SinkMigration.run(Map.of("DATABASE_URL", url))).isZero();
        assertThat(SinkMigration.migrate(postgres.getPostgresDatabase()).migrationsExecuted)
                .isZero();

        assertThat(tables())
                .contains("annotation", "inbox", "label_link", "project", "quarantine", "region", "relation", "task");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(SinkMigration.run(Map.of())).isEqualTo(2);
        assertThat(SinkMigration.run(Map.of("DATABASE_URL", "mysql://host/db"))).isEqualTo(1);
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'oceanid'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
