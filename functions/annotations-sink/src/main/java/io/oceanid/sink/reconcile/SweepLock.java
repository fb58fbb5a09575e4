package io.oceanid.sink.reconcile;

import io.oceanid.sink.database.PostgresError;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One sweep of a project at a time, whichever sink runs it: an advisory lock of PostgreSQL's, held by a transaction,
 * which a pgbouncer that pools transactions respects. Should it be lost half-way, two sweeps do no harm: both only tell
 * events.
 */
final class SweepLock {

    /** Any number will do, as long as all sinks of a database take the same. */
    private static final int SPACE = 0x0CEA_11;

    private final ConnectionFactory connections;

    /** @param connections not of a pool: a sweep would keep one of the few from those who store events */
    SweepLock(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Does the work, or what there is to do instead where somebody else is at it. */
    <T> Mono<T> holding(long project, Supplier<Mono<T>> work, Supplier<Mono<T>> busy) {
        return Mono.usingWhen(
                Mono.from(connections.create()).onErrorMap(PostgresError::isOne, PostgresError::unavailable),
                connection -> tryLock(connection, project)
                        .onErrorMap(PostgresError::isOne, PostgresError::unavailable)
                        .flatMap(mine -> mine ? work.get() : busy.get()),
                SweepLock::release);
    }

    private static Mono<Boolean> tryLock(Connection connection, long project) {
        String sql = "begin; select pg_try_advisory_xact_lock(%d, hashint8(%d))".formatted(SPACE, project);
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(result -> result.map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class))))
                .last();
    }

    /** Closing ends the transaction, and with it the lock. */
    private static Mono<Void> release(Connection connection) {
        return Mono.from(connection.close()).onErrorComplete();
    }
}
