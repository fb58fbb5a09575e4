package io.oceanid.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.oceanid.support.failure.DependencyUnavailableException;
import io.oceanid.support.guard.BreakerSettings;
import io.oceanid.support.telemetry.Telemetry;
import io.oceanid.support.testing.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DatabaseGuardTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aDatabaseThatIsAwayIsLeftAloneUntilItIsTimeToTry() {
        DatabaseGuard guard = guard(Duration.ofMillis(200), Duration.ofSeconds(20));
        for (int i = 0; i < 4; i++) {
            failing(guard, "PostgreSQL cannot be reached", Mono.error(new IOException("refused")));
        }

        failing(guard, "PostgreSQL is not asked for now", Mono.just(1));

        assertThat(asked).hasValue(4);
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tags("name", "postgresql", "state", "open")
                        .gauge()
                        .value())
                .isEqualTo(1);
        Eventually.holds(() -> assertThat(
                        guard.guard(asking(Mono.just(1))).onErrorReturn(0).block())
                .isEqualTo(1));
        StepVerifier.create(guard.guard(asking(Mono.just(2)))).expectNext(2).verifyComplete();
    }

    @Test
    void aFaultOfOursDoesNotOpenIt() {
        DatabaseGuard guard = guard(Duration.ofSeconds(60), Duration.ofSeconds(20));
        for (int i = 0; i < 10; i++) {
            StepVerifier.create(guard.guard(asking(Mono.error(new ArithmeticException()))))
                    .verifyError(ArithmeticException.class);
        }

        StepVerifier.create(guard.guard(asking(Mono.just(1)))).expectNext(1).verifyComplete();
    }

    @Test
    void workThatTakesTooLongIsEnded() {
        failing(guard(Duration.ofSeconds(60), Duration.ofMillis(1)), "PostgreSQL cannot be reached", Mono.never());
    }

    private DatabaseGuard guard(Duration open, Duration timeout) {
        return new DatabaseGuard(
                new BreakerSettings(4, 80, open), timeout, new Telemetry(meters, ObservationRegistry.NOOP));
    }

    private void failing(DatabaseGuard guard, String words, Mono<Integer> work) {
        StepVerifier.create(guard.guard(asking(work)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DependencyUnavailableException.class)
                        .hasMessageStartingWith(words));
    }

    private Mono<Integer> asking(Mono<Integer> work) {
        return work.doOnSubscribe(_ -> asked.incrementAndGet());
    }
}
