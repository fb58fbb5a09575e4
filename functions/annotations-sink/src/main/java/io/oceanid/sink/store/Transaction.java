package io.oceanid.sink.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One transaction on a connection of its own, which goes back whatever happens. */
final class Transaction {

    /** Any number will do, as long as all sinks of a database take the same. */
    private static final long LOCK = 0x0CEA_11DL;

    /** For a connection that is to go anyway. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ConnectionFactory connections;

    Transaction(ConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * Runs work that no deletion of a task or project can come between, or with {@code alone} such a deletion itself:
     * a mark must reach every row, those of transactions that are under way too.
     */
    Mono<Void> run(boolean alone, Function<Connection, Mono<Void>> work) {
        String begin = "begin; select pg_advisory_xact_lock" + (alone ? "" : "_shared") + "(" + LOCK + ")";
        return Mono.usingWhen(
                connections.create(),
                connection -> complete(connection.createStatement(begin).execute())
                        .then(Mono.defer(() -> work.apply(connection)))
                        .then(Mono.defer(() -> Mono.from(connection.commitTransaction()))),
                Connection::close,
                (connection, _) -> rollBack(connection),
                Transaction::rollBack);
    }

    private static Mono<Void> complete(Publisher<? extends Result> results) {
        return Flux.from(results)
                .concatMap(result -> result.map(_ -> Boolean.TRUE))
                .then();
    }

    /** The connection goes back even where it is too broken to roll back: then it is closed for good first. */
    private static Mono<Void> rollBack(Connection connection) {
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
