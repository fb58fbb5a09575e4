package io.oceanid.sink.reconcile;

import io.oceanid.sink.database.PostgresError;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/** Borrows a connection for a statement or two. */
record Database(ConnectionFactory connections) {

    /** Fails with a {@link io.oceanid.support.failure.DependencyUnavailableException} where PostgreSQL does. */
    <T> Flux<T> with(Function<Connection, Flux<T>> work) {
        return Flux.usingWhen(connections.create(), work, Connection::close)
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable);
    }
}
