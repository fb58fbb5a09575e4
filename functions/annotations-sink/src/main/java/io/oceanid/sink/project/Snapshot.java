package io.oceanid.sink.project;

import io.oceanid.sink.database.Rollback;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A transaction that only reads, on a connection of its own, which goes back whatever happens. All that is read in it is
 * as of one moment.
 */
public final class Snapshot {

    /**
     * PostgreSQL counts the time between two fetches as part of the statement; how long a client may take is not its
     * business.
     */
    private static final String BEGIN =
            "begin isolation level repeatable read read only; set local statement_timeout = 0";

    private final ConnectionFactory connections;

    public Snapshot(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Does work on one connection, which begins when it is asked for. */
    public <T> Flux<T> read(Function<Connection, Flux<T>> work) {
        return Flux.usingWhen(
                connections.create(),
                connection -> begin(connection).thenMany(Flux.defer(() -> work.apply(connection))),
                Rollback::andClose,
                (connection, _) -> Rollback.andClose(connection),
                Rollback::andClose);
    }

    private static Mono<Void> begin(Connection connection) {
        return Flux.from(connection.createStatement(BEGIN).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }
}
