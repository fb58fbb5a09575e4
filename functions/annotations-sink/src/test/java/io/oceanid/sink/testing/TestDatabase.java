package io.oceanid.sink.testing;

import io.oceanid.migration.SinkMigration;
import io.oceanid.migration.SinkRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A migrated database of its own in a PostgreSQL that all tests of a JVM share. The sink gets in as the role that it has
 * in earnest, with no right but those; what the tests do themselves, they do as the owner.
 */
public final class TestDatabase {

    private static final SinkRole ROLE = new SinkRole("sink");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** An empty database with the newest schema. */
    public static TestDatabase create() {
        TestDatabase database = createWithoutSchema();
        database.migrate();
        return database;
    }

    /** An empty database. */
    public static TestDatabase createWithoutSchema() {
        String name = "sink_" + COUNT.incrementAndGet();
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(name);
    }

    /** Gives it the newest schema. */
    public void migrate() {
        SinkMigration.migrate(POSTGRES.getDatabase("postgres", name));
        try {
            ROLE.grantOn(POSTGRES.getDatabase("postgres", name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code DATABASE_URL} has it. */
    public String url() {
        return "postgresql://" + ROLE.name() + "@127.0.0.1:" + POSTGRES.getPort() + "/" + name;
    }

    /** Empties every table. */
    public void empty() {
        execute("truncate oceanid.inbox, oceanid.project, oceanid.task, oceanid.annotation, oceanid.region,"
                + " oceanid.relation, oceanid.label_link, oceanid.quarantine, oceanid.annotation_event,"
                + " oceanid.deletion_event, oceanid.reconcile_cursor, oceanid.prediction");
    }

    /** How many rows a table of the schema has. */
    public int count(String table) {
        return Integer.parseInt(String.valueOf(value("select count(*) from oceanid." + table)));
    }

    /** Runs statements. */
    public void execute(String sql) {
        try (Connection connection = POSTGRES.getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Locks a table against all others until the lock is closed. */
    public Lock lock(String table) {
        return hold("lock table oceanid." + table);
    }

    /** Locks a row against all others until the lock is closed. */
    public Lock lockRow(String table, long id) {
        return hold("select from oceanid." + table + " where id = " + id + " for update");
    }

    private Lock hold(String sql) {
        try {
            Connection connection = POSTGRES.getDatabase("postgres", name).getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return () -> {
                try {
                    connection.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many statements wait for a lock. */
    public int waiting() {
        return rows("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .size();
    }

    /** The rows of a query, each column as text. */
    public List<Map<String, @Nullable String>> rows(String sql) {
        try (Connection connection = POSTGRES.getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData columns = result.getMetaData();
            List<Map<String, @Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one value of a query. */
    public @Nullable String value(String sql) {
        return rows(sql).getFirst().values().iterator().next();
    }

    /** A lock that somebody holds. */
    public interface Lock extends AutoCloseable {

        @Override
        void close();
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role " + ROLE.name() + " login");
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
