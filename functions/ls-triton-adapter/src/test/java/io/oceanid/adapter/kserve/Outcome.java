package io.oceanid.adapter.kserve;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** How a call ends, for tests that wait. */
final class Outcome {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Outcome() {}

    static <T> T of(Mono<T> call) {
        return call.blockOptional(PATIENCE).orElseThrow();
    }

    static InferenceException failureOf(Mono<?> call) {
        try {
            call.block(PATIENCE);
        } catch (InferenceException failure) {
            return failure;
        }
        throw new AssertionError("it did not fail");
    }
}
