package io.oceanid.recipes;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** A DuckDB of one recipe's own, in memory, with doors shut. */
final class Database implements AutoCloseable {

    private final DuckDBConnection connection;

    private Database(DuckDBConnection connection) {
        this.connection = connection;
    }

    static Database open(RecipeLimits limits, Path scratch) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", Sql.megabytes(limits.memoryMegabytes()));
        settings.setProperty("temp_directory", scratch.toString());
        settings.setProperty("threads", String.valueOf(limits.threads()));
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("allow_persistent_secrets", "false");
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        DuckDBConnection connection =
                new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        Database database = new Database(connection);
        try {
            database.execute("SET TimeZone = 'UTC'");
            // as a setting of the connection it would have no effect
            database.execute("SET max_temp_directory_size = '" + Sql.megabytes(limits.diskMegabytes()) + "'");
            database.execute("SET lock_configuration = true");
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @throws java.sql.SQLTimeoutException if it takes longer */
    void execute(String sql, Duration time) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Math.clamp(time.toSeconds(), 1, Integer.MAX_VALUE));
            statement.execute(sql);
        }
    }

    /** DuckDB's own tree of the statements, as JSON. */
    String syntaxTree(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
            statement.setString(1, sql);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }

    List<ResultColumn> columns(String table) throws SQLException {
        List<ResultColumn> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("DESCRIBE " + Sql.quoted(table))) {
            while (answer.next()) {
                columns.add(ResultColumn.of(answer.getString(1), answer.getString(2)));
            }
        }
        return columns;
    }

    /** Row by row; closed with the database. */
    ResultSet stream(String query) throws SQLException {
        Statement statement = connection.createStatement();
        statement.closeOnCompletion();
        return statement.executeQuery(query);
    }

    DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(table);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
