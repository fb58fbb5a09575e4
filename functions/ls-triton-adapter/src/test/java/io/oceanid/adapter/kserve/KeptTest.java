package io.oceanid.adapter.kserve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class KeptTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void itIsAskedForOnceByAllAndEndedWithTheLastOfThem() {
        Kept<String> kept = kept(Mono.never());

        Disposable first = kept.get().subscribe();
        Disposable second = kept.get().subscribe();
        first.dispose();
        assertThat(cancelled).hasValue(0);
        second.dispose();

        assertThat(asked).hasValue(1);
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void itIsAskedForAnewOnceNobodyWaited() {
        Sinks.One<String> answer = Sinks.one();
        Kept<String> kept = kept(answer.asMono());

        kept.get().subscribe().dispose();
        answer.tryEmitValue("there").orThrow();

        assertThat(Outcome.of(kept.get())).isEqualTo("there");
        assertThat(Outcome.of(kept.get())).isEqualTo("there");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoAsksAgainUponAFailureIsNotToldTheOldOne() {
        Kept<String> kept = kept(
                Mono.defer(() -> asked.get() < 2 ? Mono.error(new IllegalStateException("no")) : Mono.just("there")));

        assertThat(Outcome.of(kept.get().retry(5))).isEqualTo("there");
        assertThat(asked).hasValue(3);
    }

    @Test
    void whatIsForgottenIsAskedForAnew() {
        Kept<String> kept = kept(Mono.just("there"));

        Outcome.of(kept.get());
        kept.forget();
        Outcome.of(kept.get());

        assertThat(asked).hasValue(2);
    }

    private Kept<String> kept(Mono<String> source) {
        return new Kept<>(
                source.doOnSubscribe(_ -> asked.incrementAndGet()).doOnCancel(cancelled::incrementAndGet),
                Duration.ofMinutes(1));
    }
}
