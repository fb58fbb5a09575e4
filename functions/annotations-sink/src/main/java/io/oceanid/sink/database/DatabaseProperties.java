package io.oceanid.sink.database;

import io.oceanid.support.guard.BreakerSettings;
import java.net.URI;
import java.net.URISyntaxException;
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
 * @param breakerWindow how many of the last commits count; where too many of them found the database away, it is left alone
 * @param breakerFailurePercent how many of them may
 * @param breakerOpen how long it is left alone, before a commit tries it
 */
@ConfigurationProperties("oceanid.database")
public record DatabaseProperties(
        @DefaultValue("") String url,
        @DefaultValue("4") int maxConnections,
        @DefaultValue("3s") Duration acquireTimeout,
        @DefaultValue("10s") Duration statementTimeout,
        @DefaultValue("15s") Duration commitTimeout,
        @DefaultValue("256") int preparedStatements,
        @DefaultValue("20") int breakerWindow,
        @DefaultValue("80") int breakerFailurePercent,
        @DefaultValue("1s") Duration breakerOpen) {

    private static final String EXAMPLE = "it is like postgresql://user:password@host:5432/database";

    public DatabaseProperties {
        requireUsable(url);
        if (maxConnections < 1) {
            throw new IllegalArgumentException("oceanid.database.max-connections must be at least 1");
        }
        if (preparedStatements < 0) {
            throw new IllegalArgumentException("oceanid.database.prepared-statements must be at least 0");
        }
        BreakerSettings.of("oceanid.database.breaker-", breakerWindow, breakerFailurePercent, breakerOpen);
        if (!acquireTimeout.isPositive() || !statementTimeout.isPositive()) {
            throw new IllegalArgumentException("oceanid.database."
                    + (acquireTimeout.isPositive() ? "statement-timeout" : "acquire-timeout")
                    + " must be more than nothing");
        }
    }

    /** When the database is left alone. */
    public BreakerSettings breaker() {
        return BreakerSettings.of("oceanid.database.breaker-", breakerWindow, breakerFailurePercent, breakerOpen);
    }

    /** The URL in its parts. */
    URI uri() {
        return URI.create(url);
    }

    /** Less the password. */
    @Override
    public String toString() {
        return "DatabaseProperties[" + uri().getHost() + uri().getPath() + "]";
    }

    /** What it says never quotes the URL: there is a password in it. */
    private static void requireUsable(String url) {
        if (url.isBlank()) {
            throw new IllegalArgumentException("DATABASE_URL is not set; " + EXAMPLE);
        }
        URI uri = parse(url);
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
            throw new IllegalArgumentException("DATABASE_URL does not begin with postgresql://; " + EXAMPLE);
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("DATABASE_URL names no host, or one with other characters than letters,"
                    + " digits, dots and hyphens; " + EXAMPLE);
        }
        if (uri.getPath().length() < 2) {
            throw new IllegalArgumentException("DATABASE_URL names no database; " + EXAMPLE);
        }
        PostgresConnections.sslMode(uri);
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException(
                    "DATABASE_URL is no URL: what is special in user or password must be percent-encoded; " + EXAMPLE);
        }
    }
}
