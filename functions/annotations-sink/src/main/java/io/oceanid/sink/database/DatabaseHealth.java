package io.oceanid.sink.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcBadGrammarException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whether the database answers and has the schema that this sink writes to. A newer schema will do: migrations only add.
 * What is wrong goes to the log when it comes up, not with every probe. However many ask at the same time, the database is
 * asked once: Knative's probes of a start come every few milliseconds, and each would take a connection of its own. One that
 * could not be asked is left alone for a moment, so that whoever knocks without pause costs no connection each time.
 *
 * <p>Thread-safe.
 */
public final class DatabaseHealth {

    /** How long one question may take, however soon those who ask lose patience; the first connection is the slowest. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    /** How long an error is the answer for all who ask. */
    static final Duration ERROR_STAYS = Duration.ofMillis(200);

    /** The newest migration that this sink needs. */
    static final int SCHEMA_VERSION = 3;

    private static final Logger log = LoggerFactory.getLogger(DatabaseHealth.class);

    private static final String VERSION = """
        select coalesce(max(version::integer), 0) from oceanid.flyway_schema_history
        where success and version is not null
        """;

    private final Mono<Integer> schemaVersion;
    private final AtomicReference<String> toldLast = new AtomicReference<>("");

    public DatabaseHealth(ConnectionFactory connections) {
        this.schemaVersion = schemaVersion(connections)
                .timeout(LONGEST)
                .cache(_ -> Duration.ZERO, _ -> ERROR_STAYS, () -> Duration.ZERO);
    }

    /** Asks the database, and takes no answer within {@code patience} for a bad one. Never fails. */
    public Mono<Boolean> isWell(Duration patience) {
        return schemaVersion
                .timeout(patience)
                .map(DatabaseHealth::problemOf)
                .onErrorResume(TimeoutException.class, _ -> Mono.just("PostgreSQL does not answer in time"))
                .onErrorResume(error -> Mono.just("PostgreSQL does not answer as it should: " + error.getMessage()))
                .doOnNext(this::tell)
                .map(String::isEmpty);
    }

    private static String problemOf(int version) {
        return version >= SCHEMA_VERSION
                ? ""
                : "schema oceanid in PostgreSQL is at version %d, this sink needs %d: run the migration first"
                        .formatted(version, SCHEMA_VERSION);
    }

    private void tell(String problem) {
        if (problem.equals(toldLast.getAndSet(problem))) {
            return;
        }
        if (problem.isEmpty()) {
            log.info("PostgreSQL is well again");
        } else {
            log.error(problem);
        }
    }

    private static Mono<Integer> schemaVersion(ConnectionFactory connections) {
        return Flux.usingWhen(
                        connections.create(),
                        connection -> Flux.from(
                                        connection.createStatement(VERSION).execute())
                                .concatMap(result -> result.map(row -> (Integer) row.get(0))),
                        Connection::close)
                .next()
                // no such table: no migration was ever run
                .onErrorReturn(R2dbcBadGrammarException.class, 0);
    }
}
