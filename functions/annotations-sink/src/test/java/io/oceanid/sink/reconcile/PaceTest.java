package io.oceanid.sink.reconcile;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class PaceTest {

    @Test
    void callsWaitForTheirTurnAndAnIdleTimeIsNotSaved() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        Pace pace = new Pace(4, time);
        Flux<Integer> calls = Flux.range(0, 5).flatMap(n -> pace.take(Mono.just(n)));

        StepVerifier.create(calls)
                .expectNext(0)
                .then(() -> time.advanceTimeBy(Duration.ofMillis(250)))
                .expectNext(1)
                .then(() -> time.advanceTimeBy(Duration.ofMillis(750)))
                .expectNext(2, 3, 4)
                .verifyComplete();
        time.advanceTimeBy(Duration.ofHours(1));
        StepVerifier.create(calls)
                .expectNext(0)
                .then(() -> time.advanceTimeBy(Duration.ofMillis(250)))
                .expectNext(1)
                .thenCancel()
                .verify();
    }
}
