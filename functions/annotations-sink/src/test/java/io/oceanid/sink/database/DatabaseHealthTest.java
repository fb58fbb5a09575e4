package io.oceanid.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DatabaseHealthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void howeverManyAskAtTheSameTimeTheDatabaseIsAskedOnce() {
        DatabaseHealth health = health(Mono.delay(Duration.ofMillis(100)).then(gone()));

        StepVerifier.create(Mono.zip(health.isWell(PATIENCE), health.isWell(PATIENCE)))
                .assertNext(both -> {
                    assertThat(both.getT1()).isFalse();
                    assertThat(both.getT2()).isFalse();
                })
                .verifyComplete();

        assertThat(asked).hasValue(1);
    }

    @Test
    void whoAsksAMomentAfterAnErrorMakesTheDatabaseBeAskedAnew() {
        StepVerifier.withVirtualTime(() -> {
                    DatabaseHealth health = health(gone());
                    return health.isWell(PATIENCE)
                            .concatWith(Mono.defer(() -> health.isWell(PATIENCE)))
                            .doOnNext(_ -> assertThat(asked).hasValue(1))
                            .concatWith(Mono.delay(DatabaseHealth.ERROR_STAYS).then(health.isWell(PATIENCE)));
                })
                .expectNext(false, false)
                .thenAwait(DatabaseHealth.ERROR_STAYS)
                .expectNext(false)
                .verifyComplete();

        assertThat(asked).hasValue(2);
    }

    @Test
    void whoAsksAfterAnAnswerIsNotToldWhatWasSoBefore() {
        DatabaseHealth health = health(Mono.error(new R2dbcBadGrammarException("no such table")));

        StepVerifier.create(health.isWell(PATIENCE)).expectNext(false).verifyComplete();
        StepVerifier.create(health.isWell(PATIENCE)).expectNext(false).verifyComplete();

        assertThat(asked).hasValue(2);
    }

    @Test
    void aQuestionThatIsNeverAnsweredKeepsNoLaterOneFromBeingAsked() {
        StepVerifier.withVirtualTime(() -> {
                    DatabaseHealth health = health(Mono.never());
                    return health.isWell(PATIENCE)
                            .concatWith(Mono.delay(DatabaseHealth.LONGEST).then(health.isWell(PATIENCE)));
                })
                .thenAwait(PATIENCE)
                .expectNext(false)
                .thenAwait(DatabaseHealth.LONGEST.plus(PATIENCE))
                .expectNext(false)
                .verifyComplete();

        assertThat(asked).hasValue(2);
    }

    private static Mono<Connection> gone() {
        return Mono.error(new R2dbcNonTransientResourceException("gone"));
    }

    private DatabaseHealth health(Mono<Connection> connection) {
        return new DatabaseHealth(new ConnectionFactory() {

            @Override
            public Mono<Connection> create() {
                return Mono.defer(() -> {
                    asked.incrementAndGet();
                    return connection;
                });
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return () -> "scripted";
            }
        });
    }
}
