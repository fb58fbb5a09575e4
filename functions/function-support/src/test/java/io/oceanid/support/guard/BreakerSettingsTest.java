package io.oceanid.support.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerSettingsTest {

    private final CircuitBreaker breaker =
            new BreakerSettings(4, 75, Duration.ofMinutes(1)).breaker("peer", IOException.class::isInstance);

    @Test
    void itOpensWhenTooManyOfAWholeWindowFailed() {
        fail(new IOException());
        fail(new IOException());
        fail(new IOException());
        assertThat(breaker.getState()).isEqualTo(State.CLOSED);

        breaker.onSuccess(1, TimeUnit.MILLISECONDS);

        assertThat(breaker.getState()).isEqualTo(State.OPEN);
    }

    @Test
    void whatShowsThatThePeerIsThereDoesNotCount() {
        for (int i = 0; i < 10; i++) {
            fail(new IllegalStateException());
        }

        assertThat(breaker.getState()).isEqualTo(State.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 50, 1, x.breaker-window",
        "1, 0, 1, x.breaker-failure",
        "1, 101, 1, x.breaker-failure",
        "1, 1, 0, x.breaker-open"
    })
    void whatMakesNoSenseIsNamed(int window, int percent, long seconds, String name) {
        assertThatThrownBy(() -> BreakerSettings.of("x.breaker-", window, percent, Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name);
    }

    private void fail(Throwable failure) {
        breaker.onError(1, TimeUnit.MILLISECONDS, failure);
    }
}
