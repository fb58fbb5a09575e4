import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** SQL by hand on a PostgreSQL; its JDBC driver has to be on the class path. */
final class Sql implements AutoCloseable {

    private final Connection connection;

    /** @param url as {@code DATABASE_URL} has it */
    Sql(String url) throws SQLException {
        URI uri = URI.create(url);
        Properties login = new Properties();
        String[] user = uri.getUserInfo() == null ? new String[] {"postgres"} : uri.getUserInfo().split(":", 2);
        login.setProperty("user", user[0]);
        if (user.length > 1) {
            login.setProperty("password", user[1]);
        }
        this.connection = DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s%s"
                        .formatted(
                                uri.getHost(),
                                uri.getPort() < 0 ? 5432 : uri.getPort(),
                                uri.getPath(),
                                uri.getQuery() == null ? "" : "?" + uri.getQuery()),
                login);
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one number that is asked for. */
    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
