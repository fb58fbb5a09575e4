package io.oceanid.migration;

import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings a database to the newest version of the schema {@code oceanid}; run as a step of its own, before the sink. */
public final class SinkMigration {

    /** The schema of every table here. */
    public static final String SCHEMA = "oceanid";

    private SinkMigration() {}

    /**
     * Migrates the database that {@code DATABASE_URL} names, and gives {@code SINK_ROLE}, if it is set, its rights there.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.exit(run(System.getenv()));
    }

    static int run(Map<String, String> environment) {
        String url = environment.getOrDefault("DATABASE_URL", "");
        if (url.isBlank()) {
            System.err.println("DATABASE_URL is not set; it is like postgresql://user:password@host:5432/database");
            return 2;
        }
        try {
            String role = environment.getOrDefault("SINK_ROLE", "");
            Optional<SinkRole> sink = role.isBlank() ? Optional.empty() : Optional.of(new SinkRole(role.strip()));
            DataSource database = dataSource(URI.create(url));
            MigrateResult result = migrate(database);
            System.out.println("schema " + SCHEMA + " is at version "
                    + (result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion)
                    + ", " + result.migrationsExecuted + " migrations run");
            if (sink.isPresent()) {
                sink.get().grantOn(database);
                System.out.println("role " + sink.get().name() + " may read and write its rows");
            }
            return 0;
        } catch (FlywayException | SQLException | IllegalArgumentException e) {
            System.err.println("the migration failed: " + e.getMessage());
            return 1;
        }
    }

    /**
     * Migrates a database; does nothing where there is nothing to do. Several at once wait for each other.
     *
     * @throws FlywayException if the database cannot be reached or a migration fails; that migration is rolled back
     */
    public static MigrateResult migrate(DataSource database) {
        return Flyway.configure(SinkMigration.class.getClassLoader())
                .dataSource(database)
                .schemas(SCHEMA)
                .createSchemas(true)
                .locations("classpath:io/oceanid/migration")
                .load()
                .migrate();
    }

    /** @param url {@code postgresql://user:password@host:port/database?parameters}, as {@code DATABASE_URL} has it */
    static DataSource dataSource(URI url) {
        if (!"postgresql".equals(url.getScheme()) && !"postgres".equals(url.getScheme())) {
            throw new IllegalArgumentException("DATABASE_URL does not begin with postgresql://");
        }
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String query = url.getQuery() == null ? "" : "?" + url.getRawQuery();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://" + url.getHost() + port + url.getPath() + query);
        String[] user =
                url.getUserInfo() == null ? new String[0] : url.getUserInfo().split(":", 2);
        if (user.length > 0) {
            dataSource.setUser(user[0]);
        }
        if (user.length > 1) {
            dataSource.setPassword(user[1]);
        }
        return dataSource;
    }
}
