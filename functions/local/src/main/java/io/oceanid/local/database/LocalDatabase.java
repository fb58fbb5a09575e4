package io.oceanid.local.database;

import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.folder.DataFolder;
import io.oceanid.migration.SinkMigration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntSupplier;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.util.unit.DataSize;

/** A PostgreSQL whose data stay in the data folder, with the role and the database of the functions, migrated. */
public final class LocalDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    /** PostgreSQL's programs and an empty database. */
    private static final DataSize TO_BEGIN = DataSize.ofMegabytes(200);

    private static final DataSize TO_RUN = DataSize.ofMegabytes(40);

    private final EmbeddedPostgres postgres;
    private final Cluster cluster;

    private LocalDatabase(EmbeddedPostgres postgres, Cluster cluster) {
        this.postgres = postgres;
        this.cluster = cluster;
    }

    /**
     * Starts it; one that a killed run left behind is ended first.
     *
     * @param port asked once nothing of an earlier run is in the way
     */
    public static LocalDatabase start(DataFolder folder, IntSupplier port) {
        Cluster cluster = new Cluster(folder.database());
        cluster.endLeftover();
        cluster.removeUnfinished();
        folder.requireSpace(cluster.isFinished() ? TO_RUN : TO_BEGIN);
        LocalDatabase database = new LocalDatabase(startServer(folder, port.getAsInt(), cluster), cluster);
        try {
            database.createOnce();
            SinkMigration.migrate(database.address().dataSource());
            return database;
        } catch (FlywayValidateException e) {
            database.close();
            throw new CannotRunException(
                    "the tables in " + folder.root() + " are of another version of the project; scripts/local --fresh"
                            + " begins with an empty database",
                    e);
        } catch (FlywayException e) {
            database.close();
            throw new CannotRunException("the tables cannot be set up: " + CannotRunException.reason(e), e);
        } catch (SQLException e) {
            database.close();
            throw new CannotRunException("the database cannot be set up: " + e.getMessage(), e);
        }
    }

    /** Forgets all data, and ends a PostgreSQL that a killed run left behind. */
    public static void delete(DataFolder folder) {
        Cluster cluster = new Cluster(folder.database());
        cluster.endLeftover();
        cluster.delete();
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return new DatabaseAddress(postgres.getPort());
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new CannotRunException("PostgreSQL cannot be ended: " + e.getMessage(), e);
        } finally {
            // it gives up waiting after 5 seconds
            cluster.endLeftover();
        }
    }

    private static EmbeddedPostgres startServer(DataFolder folder, int port, Cluster cluster) {
        try {
            return Server.start(folder, port);
        } catch (CannotRunException e) {
            // it may have been too slow only, or its programs may be broken
            cluster.endLeftover();
            Programs.delete(folder.postgres());
            throw e;
        }
    }

    private void createOnce() throws SQLException {
        if (cluster.isFinished()) {
            return;
        }
        String name = DatabaseAddress.NAME;
        try (Connection connection = address().dataSource(SUPERUSER, SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + name + " login");
            statement.execute("create database " + name + " owner " + name);
        }
        cluster.finish();
    }
}
