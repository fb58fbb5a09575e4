package io.oceanid.sink.store;

import io.oceanid.sink.database.PostgresError;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What waits in quarantine to be run again. An error is the database's unless said otherwise.
 *
 * <p>Thread-safe.
 */
public final class QuarantineStore {

    private static final String COUNT = "select count(*) from oceanid.quarantine where replayed_at is null";

    /** Those that failed are behind those that were not tried: none keeps others from their turn. */
    private static final String NEXT =
            "select id from oceanid.quarantine where replayed_at is null order by tries, id limit $1";

    private static final String READ =
            "select " + Quarantined.COLUMNS + " from oceanid.quarantine where id = $1 and replayed_at is null";

    private static final String EXISTS = "select exists (select from oceanid.quarantine where id = $1)";

    private static final String LIST = """
        select id, received_at, reason, event_source, event_id, event_type, error_dest, error_code, tries, tried_at
        from oceanid.quarantine where replayed_at is null and id > $1 order by id limit $2
        """;

    private static final String FAILED = """
        update oceanid.quarantine set reason = $2, tries = tries + 1, tried_at = now()
        where id = $1 and replayed_at is null
        """;

    private final ConnectionFactory connections;
    private final AnnotationStore store;
    private final Duration timeout;

    /** @param timeout for the commit of one */
    public QuarantineStore(ConnectionFactory connections, Duration timeout) {
        this.connections = connections;
        this.store = new AnnotationStore(connections);
        this.timeout = timeout;
    }

    /** How many wait. */
    public Mono<Long> waiting() {
        return rows(COUNT, statement -> statement, row -> Sql.required(row, 0, Long.class))
                .single();
    }

    /** The ids of those whose turn it is, the oldest first. */
    public Mono<List<Long>> next(int limit) {
        return rows(NEXT, statement -> statement.bind(0, limit), row -> Sql.required(row, 0, Long.class))
                .collectList();
    }

    /** Whether there is such a one, waiting or not. */
    public Mono<Boolean> exists(long id) {
        return rows(EXISTS, statement -> statement.bind(0, id), row -> Sql.required(row, 0, Boolean.class))
                .single();
    }

    /** One that waits; empty if it does not. */
    public Mono<Quarantined> read(long id) {
        return rows(READ, statement -> statement.bind(0, id), Quarantined::of).next();
    }

    /** Those that wait, less their bytes, in the order of their ids. */
    public <T> Flux<T> list(long after, int limit, Function<Readable, T> read) {
        return rows(LIST, statement -> statement.bind(0, after).bind(1, limit), read);
    }

    /**
     * Stores what one of them has become, in one transaction with the word that it waits no more.
     *
     * @return false if somebody else did or does so; fails with a {@link RefusedException} if PostgreSQL does not take it
     */
    public Mono<Boolean> release(long id, List<Arrival.Event> events) {
        return store.commitFromQuarantine(id, events)
                .retryWhen(ArrivalCommit.AGAIN)
                .timeout(timeout)
                .onErrorMap(
                        error -> DatabaseFailure.of(error) == DatabaseFailure.REFUSED,
                        error -> new RefusedException("PostgreSQL refuses it: " + PostgresError.reason(error), error));
    }

    /** Notes a try that failed. */
    public Mono<Void> failed(long id, String reason) {
        return Mono.usingWhen(
                connections.create(),
                connection -> Flux.from(connection
                                .createStatement(FAILED)
                                .bind(0, id)
                                // a reason that cannot be written would keep all behind it from their turn
                                .bind(1, reason.replace('\0', '\uFFFD'))
                                .execute())
                        .concatMap(Result::getRowsUpdated)
                        .then(),
                Connection::close);
    }

    private <T> Flux<T> rows(String sql, UnaryOperator<Statement> bind, Function<Readable, T> read) {
        return Flux.usingWhen(
                connections.create(),
                connection -> Flux.from(
                                bind.apply(connection.createStatement(sql)).execute())
                        .concatMap(result -> result.map(read)),
                Connection::close);
    }
}
