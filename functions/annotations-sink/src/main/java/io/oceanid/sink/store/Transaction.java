package io.oceanid.sink.store;

import io.oceanid.sink.database.Rollback;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One transaction on a connection of its own, which goes back whatever happens. */
final class Transaction {

    /** Any number will do, as long as all sinks of a database take the same. */
    private static final long LOCK = 0x0CEA_11DL;

    /** Arrays of any length have one plan: to make one takes PostgreSQL as long as to follow it. */
    private static final String PLANNED_ONCE = "set local plan_cache_mode = force_generic_plan";

    private final ConnectionFactory connections;

    Transaction(ConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * Runs work that no deletion of a task or project can come between, or with {@code alone} such a deletion itself:
     * a mark must reach every row, those of transactions that are under way too.
     */
    Mono<Void> run(boolean alone, Function<Connection, Mono<Void>> work) {
        return call(alone, connection -> work.apply(connection).thenReturn(true))
                .then();
    }

    /** The same, with a result. */
    <T> Mono<T> call(boolean alone, Function<Connection, Mono<T>> work) {
        String lock = "select pg_advisory_xact_lock" + (alone ? "" : "_shared") + "(" + LOCK + ")";
        String begin = "begin; " + PLANNED_ONCE + "; " + lock;
        return Mono.usingWhen(
                connections.create(),
                connection -> complete(connection.createStatement(begin).execute())
                        .then(Mono.defer(() -> work.apply(connection)))
                        .flatMap(result ->
                                Mono.from(connection.commitTransaction()).thenReturn(result)),
                Connection::close,
                (connection, _) -> Rollback.andClose(connection),
                Rollback::andClose);
    }

    private static Mono<Void> complete(Publisher<? extends Result> results) {
        return Flux.from(results)
                .concatMap(result -> result.map(_ -> Boolean.TRUE))
                .then();
    }
}
