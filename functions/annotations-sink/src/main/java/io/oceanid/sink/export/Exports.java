package io.oceanid.sink.export;

import io.oceanid.sink.database.PostgresError;
import io.oceanid.sink.project.LiveProject;
import io.oceanid.sink.project.Snapshot;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.OverloadedException;
import io.oceanid.support.failure.UnknownResourceException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads projects out of the tables, each as of one moment, no faster than it is taken.
 *
 * <p>What fails, fails with an {@link UnknownResourceException} if there is no such project, with an
 * {@link OverloadedException} if as many are being read as may be, with a {@link DependencyUnavailableException} if the
 * database cannot be used or the taker does not take.
 *
 * <p>Thread-safe.
 */
final class Exports {

    private final Snapshot snapshot;
    private final ExportProperties properties;
    private final Semaphore places;

    Exports(ConnectionFactory connections, ExportProperties properties) {
        this.snapshot = new Snapshot(connections);
        this.properties = properties;
        this.places = new Semaphore(properties.atOnce());
    }

    /** Completes if there is such a project. */
    Mono<Void> require(long project) {
        return snapshot.read(connection -> LiveProject.find(connection, project).flux())
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable)
                .then();
    }

    /** The project as bytes. To cancel it is to give the connection back. */
    Flux<ByteBuffer> read(long project, ExportFormat format) {
        Flux<byte[]> pieces = snapshot.read(connection -> LiveProject.find(connection, project)
                .flatMapMany(found -> Flux.concat(Mono.just(format.opening()), rows(connection, found, format))));
        return Flux.using(this::enter, _ -> Chunks.of(pieces), Semaphore::release)
                .timeout(properties.patience(), Flux.error(this::standstill))
                .onErrorMap(PostgresError::isOne, PostgresError::unavailable);
    }

    private Semaphore enter() {
        if (!places.tryAcquire()) {
            throw new OverloadedException("as many projects are being exported as may be at once");
        }
        return places;
    }

    private DependencyUnavailableException standstill() {
        String problem = "nothing came from PostgreSQL, or nothing was taken by the client, for "
                + properties.patience().toSeconds() + " seconds";
        return new DependencyUnavailableException(problem, new TimeoutException(problem));
    }

    private static Flux<byte[]> rows(Connection connection, LiveProject project, ExportFormat format) {
        return Flux.from(connection
                        .createStatement(format.sql())
                        .bind(0, project.id())
                        .fetchSize(format.fetchSize())
                        .execute())
                .concatMap(result -> result.map(row -> format.write(row, project)));
    }
}
