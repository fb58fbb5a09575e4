package io.oceanid.sink.database;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PostgreSQL is.
 *
 * @param url {@code postgresql://user:password@host:port/database?sslmode=…}
 * @param maxConnections connections of this instance at the most
 * @param acquireTimeout how long a request waits for a connection, new ones included
 * @param statementTimeout how long PostgreSQL may work on one statement
 * @param commitTimeout how long a request waits for its commit once it is under way, retries included; longer than
 *     {@code statementTimeout}, so that PostgreSQL is the one to give up
 * @param preparedStatements how many statements a connection keeps prepared; 0 behind a pgbouncer that pools
 *     transactions
 */
@ConfigurationProperties("oceanid.database")
public record DatabaseProperties(
        URI url,
        @DefaultValue("4") int maxConnections,
        @DefaultValue("3s") Duration acquireTimeout,
        @DefaultValue("10s") Duration statementTimeout,
        @DefaultValue("15s") Duration commitTimeout,
        @DefaultValue("256") int preparedStatements) {

    public DatabaseProperties {
        if (!"postgresql".equals(url.getScheme()) && !"postgres".equals(url.getScheme())) {
            throw new IllegalArgumentException("DATABASE_URL must be set and begin with postgresql:// (like"
                    + " postgresql://user:password@host:5432/database)");
        }
        if (url.getHost() == null || url.getPath().length() < 2) {
            throw new IllegalArgumentException("DATABASE_URL names no host or no database");
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("oceanid.database.max-connections must be at least 1");
        }
    }
}
