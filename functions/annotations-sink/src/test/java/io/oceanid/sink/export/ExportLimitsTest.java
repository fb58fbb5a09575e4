package io.oceanid.sink.export;

import static org.awaitility.Awaitility.await;

import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.failure.OverloadedException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ExportLimitsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static ConnectionPool connections;

    @BeforeAll
    static void fill() {
        TestDatabase database = TestDatabase.create();
        database.execute("""
            insert into oceanid.task (id, project, data, updated_at, raw)
            select i, 1, jsonb_build_object('text', repeat(md5(i::text), 100)), now(), '{}'
            from generate_series(1, 100) i
            """);
        connections = new ConnectionPool(
                ConnectionPoolConfiguration.builder(ConnectionFactories.get("r2dbc:" + database.url()))
                        .initialSize(0)
                        .maxSize(2)
                        .build());
    }

    @AfterAll
    static void close() {
        connections.dispose();
    }

    @Test
    void whoTakesNothingForTooLongIsBrokenOff() {
        Exports exports = exports(1, Duration.ofMillis(500));
        StepVerifier.create(exports.read(1, new JsonlFormat()), 1)
                .expectNextCount(1)
                .verifyError(DependencyUnavailableException.class);
        assertGivenBack();
    }

    @Test
    void onlySoManyAreReadAtOnce() {
        Exports exports = exports(1, LONG);
        StepVerifier.create(exports.read(1, new JsonlFormat()), 1)
                .expectNextCount(1)
                .then(() ->
                        StepVerifier.create(exports.read(1, new JsonlFormat())).verifyError(OverloadedException.class))
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(_ -> true)
                .verifyComplete();
        StepVerifier.create(exports.read(1, new JsonlFormat()).then()).verifyComplete();
        assertGivenBack();
    }

    @Test
    void whoCancelsAtAnyTimeGivesItsPlaceAndConnectionBack() {
        Exports exports = exports(1, LONG);
        for (int i = 0; i < 20; i++) {
            Disposable reading = exports.read(1, new JsonlFormat())
                    .delayElements(Duration.ofMillis(1))
                    .subscribe();
            StepVerifier.create(Mono.delay(Duration.ofMillis(i)))
                    .expectNextCount(1)
                    .verifyComplete();
            reading.dispose();
        }
        StepVerifier.create(exports.read(1, new JsonlFormat()).then()).verifyComplete();
        assertGivenBack();
    }

    @Test
    void noPortionIsLargerThanItMayBe() {
        StepVerifier.create(exports(1, LONG).read(1, new JsonlFormat()).map(ByteBuffer::remaining))
                .thenConsumeWhile(size -> size <= Chunks.SIZE)
                .verifyComplete();
    }

    private static void assertGivenBack() {
        await().until(() -> connections.getMetrics().orElseThrow().acquiredSize() == 0);
    }

    private static Exports exports(int atOnce, Duration patience) {
        return new Exports(connections, new ExportProperties(atOnce, patience));
    }
}
