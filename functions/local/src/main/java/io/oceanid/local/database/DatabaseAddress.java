package io.oceanid.local.database;

import java.net.URI;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the local database is: role and database have one name, and nobody on this machine is asked for a password. */
public record DatabaseAddress(int port) {

    static final String NAME = "oceanid";

    private static final String HOST = "127.0.0.1";

    /** The address that {@link #url()} gave. */
    public static DatabaseAddress of(URI url) {
        return new DatabaseAddress(url.getPort());
    }

    /** As {@code DATABASE_URL} and psql have it. */
    public URI url() {
        return URI.create("postgresql://" + NAME + "@" + HOST + ":" + port + "/" + NAME);
    }

    /** For JDBC. */
    public DataSource dataSource() {
        return dataSource(NAME, NAME);
    }

    DataSource dataSource(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port});
        source.setUser(user);
        source.setDatabaseName(database);
        source.setApplicationName("oceanid-local");
        return source;
    }
}
