package io.oceanid.sink.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pool of connections; it opens none before the first is asked for. */
final class PostgresConnections {

    private static final int DEFAULT_PORT = 5432;
    private static final Duration MAX_IDLE = Duration.ofMinutes(5);

    private PostgresConnections() {}

    static ConnectionPool pool(DatabaseProperties properties) {
        PostgresqlConnectionFactory factory = new PostgresqlConnectionFactory(configuration(properties));
        return new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .name("postgresql")
                .initialSize(0)
                .maxSize(properties.maxConnections())
                .maxAcquireTime(properties.acquireTimeout())
                .maxIdleTime(MAX_IDLE)
                // after a restart of the server all that are pooled are dead
                .acquireRetry(properties.maxConnections())
                .build());
    }

    static PostgresqlConnectionConfiguration configuration(DatabaseProperties properties) {
        URI url = properties.uri();
        PostgresqlConnectionConfiguration.Builder builder = PostgresqlConnectionConfiguration.builder()
                .host(url.getHost())
                .port(url.getPort() < 0 ? DEFAULT_PORT : url.getPort())
                .database(url.getPath().substring(1))
                .applicationName("annotations-sink")
                .connectTimeout(properties.acquireTimeout())
                .statementTimeout(properties.statementTimeout())
                // each connection would ask for the types of hstore, PostGIS and pgvector, and nothing here has one
                .autodetectExtensions(false)
                .preparedStatementCacheQueries(properties.preparedStatements());
        String[] user = url.getUserInfo() == null
                ? new String[] {"postgres"}
                : url.getUserInfo().split(":", 2);
        builder.username(user[0]);
        if (user.length > 1) {
            builder.password(user[1]);
        }
        SSLMode sslMode = sslMode(url);
        if (sslMode != null) {
            builder.sslMode(sslMode);
        }
        return builder.build();
    }

    /** What the URL says of encryption; null if nothing. */
    static @Nullable SSLMode sslMode(URI url) {
        String name = parameters(url).get("sslmode");
        try {
            return name == null ? null : SSLMode.fromValue(name);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("DATABASE_URL has an sslmode that is none: use disable, allow, prefer,"
                    + " require, verify-ca or verify-full");
        }
    }

    private static Map<String, String> parameters(URI url) {
        if (url.getQuery() == null) {
            return Map.of();
        }
        return Arrays.stream(url.getQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> parameter.length == 2)
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1], (first, _) -> first));
    }
}
