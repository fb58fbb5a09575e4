package io.oceanid.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The role that the sink runs as, which owns nothing: it reads and writes rows, and can neither change the schema nor
 * delete what it was told.
 *
 * @param name of a role that is there
 */
public record SinkRole(String name) {

    private static final String GRANTS = "grants.sql";

    public SinkRole {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_-]{0,62}")) {
            throw new IllegalArgumentException("SINK_ROLE is no name of a role: letters, digits, _ and - alone");
        }
    }

    /**
     * Gives it the rights that it needs on the newest schema, and takes all others on that schema away.
     *
     * @param database as the owner of the schema
     * @throws SQLException if there is no such role; then nothing is changed
     */
    public void grantOn(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(grants().replace("${role}", "\"" + name + "\""));
            connection.commit();
        }
    }

    private static String grants() {
        try (InputStream grants = Objects.requireNonNull(SinkRole.class.getResourceAsStream(GRANTS), GRANTS)) {
            return new String(grants.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
