package io.oceanid.support.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ObservedTest {

    private final List<String> seen = new ArrayList<>();
    private final ObservationRegistry registry = ObservationRegistry.create();

    ObservedTest() {
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }

            @Override
            public void onStop(Observation.Context context) {
                seen.add("counted " + context.getError());
            }
        });
    }

    @Test
    void whoGetsTheResultFindsTheWorkCounted() {
        StepVerifier.create(observed(Mono.just("result")).doOnNext(seen::add))
                .expectNext("result")
                .verifyComplete();

        assertThat(seen).containsExactly("counted null", "result");
    }

    @Test
    void anErrorIsCountedAsOneBeforeItIsToldOf() {
        IllegalStateException error = new IllegalStateException("broken");

        StepVerifier.create(observed(Mono.error(error)).doOnError(_ -> seen.add("error")))
                .verifyErrorMatches(error::equals);

        assertThat(seen).containsExactly("counted " + error, "error");
    }

    @Test
    void whatNobodyWaitsForIsCountedAsThat() {
        StepVerifier.create(observed(Mono.never())).thenCancel().verify();

        assertThat(seen).containsExactly("counted java.util.concurrent.CancellationException: nobody waits for it");
    }

    private Mono<String> observed(Mono<String> work) {
        return Observed.of(() -> Observation.createNotStarted("work", registry), _ -> work);
    }
}
