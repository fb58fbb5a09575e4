package io.oceanid.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
                .contains(
                        "annotation",
                        "annotation_event",
                        "deletion_event",
                        "inbox",
                        "label_link",
                        "prediction",
                        "project",
                        "quarantine",
                        "reconcile_cursor",
                        "region",
                        "relation",
                        "task");
    }

    @Test
    void keepsTheEventsThatSetTheStatesThatStood() throws SQLException {
        DataSource old = postgres.getDatabase("postgres", "template1");
        Flyway.configure(SinkMigration.class.getClassLoader())
                .dataSource(old)
                .schemas(SinkMigration.SCHEMA)
                .locations("classpath:io/oceanid/migration")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                insert into oceanid.annotation (id, updated_at, event_source, event_id) values
                  (7, '2026-01-02T03:04:05Z', 'https://label-studio.example.org', 'annotations-7-x'),
                  (8, null, null, null);
                insert into oceanid.quarantine (digest, reason, bytes) values ('\\x01', 'no JSON', '')
                """);

            SinkMigration.migrate(old);

            assertThat(strings(statement, """
                select annotation || ' ' || event_id || ' ' || effect || ' ' || extract(second from updated_at)::int
                from oceanid.annotation_event
                """)).containsExactly("7 annotations-7-x set 5");
            assertThat(strings(statement, "select id || ' ' || tries from oceanid.quarantine"))
                    .containsExactly("1 0");
        }
    }

    @Test
    void theSinksRoleMayDoWhatTheSinkDoesAndNothingElse() throws SQLException {
        String url = "postgresql://postgres:any@127.0.0.1:" + postgres.getPort() + "/postgres";
        try (Connection owner = postgres.getPostgresDatabase().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create role \"the-sink\" login");
        }

        assertThat(SinkMigration.run(Map.of("DATABASE_URL", url, "SINK_ROLE", "the-sink")))
                .isZero();
        assertThat(SinkMigration.run(Map.of("DATABASE_URL", url, "SINK_ROLE", "the-sink")))
                .isZero();

        try (Connection connection =
                        postgres.getDatabase("the-sink", "postgres").getConnection();
                Statement sink = connection.createStatement()) {
            sink.execute(
                    "insert into oceanid.inbox (source, id, type, digest, mended) values ('s', 'i', 't', '', false)");
            assertThat(strings(sink, "select id from oceanid.inbox")).containsExactly("i");
            for (String forbidden : List.of(
                    "delete from oceanid.inbox",
                    "update oceanid.inbox set type = 'x'",
                    "delete from oceanid.annotation",
                    "delete from oceanid.quarantine",
                    "update oceanid.annotation_event set effect = 'stale'",
                    "truncate oceanid.region",
                    "insert into oceanid.flyway_schema_history (installed_rank) values (9)",
                    "update oceanid.flyway_schema_history set success = false",
                    "alter table oceanid.inbox add column x text",
                    "drop view oceanid.current_region",
                    "create table oceanid.mine (x text)",
                    "create table public.mine (x text)",
                    "create function oceanid.mine() returns int language sql return 1",
                    "drop schema oceanid cascade",
                    "create role other",
                    "create database other",
                    "copy (select 1) to program 'true'",
                    "select pg_read_file('/etc/hostname')")) {
                assertThatThrownBy(() -> sink.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .extracting(error -> ((SQLException) error).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void aRoleThatIsNotThereOrIsNoNameOfOneIsSaid() {
        String url = "postgresql://postgres:any@127.0.0.1:" + postgres.getPort() + "/postgres";

        assertThat(SinkMigration.run(Map.of("DATABASE_URL", url, "SINK_ROLE", "nobody")))
                .isEqualTo(1);
        assertThat(SinkMigration.run(Map.of("DATABASE_URL", url, "SINK_ROLE", "x\"; drop schema oceanid; --")))
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(SinkMigration.run(Map.of())).isEqualTo(2);
        assertThat(SinkMigration.run(Map.of("DATABASE_URL", "mysql://host/db"))).isEqualTo(1);
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            return strings(
                    statement, "select table_name from information_schema.tables where table_schema = 'oceanid'");
        }
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
