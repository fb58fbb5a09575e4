package io.oceanid.sink.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** The end of a transaction that is not committed. */
public final class Rollback {

    /** For a connection that is to go anyway. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Rollback() {}

    /** Gives the connection back, even where it is too broken to roll back: then it is closed for good first. */
    public static Mono<Void> andClose(Connection connection) {
        return Mono.from(connection.rollbackTransaction())
                .timeout(PATIENCE)
                .onErrorResume(_ -> Mono.from(physical(connection).close())
                        .timeout(PATIENCE)
                        .onErrorComplete())
                .then(Mono.defer(() -> Mono.from(connection.close()).timeout(PATIENCE)));
    }

    private static Connection physical(Connection pooled) {
        return pooled instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof Connection connection
                ? connection
                : pooled;
    }
}
