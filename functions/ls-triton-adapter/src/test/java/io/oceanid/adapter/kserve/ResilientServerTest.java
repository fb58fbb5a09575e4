package io.oceanid.adapter.kserve;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.adapter.kserve.InferenceServerSettings.Breaker;
import io.oceanid.adapter.kserve.InferenceServerSettings.Pool;
import io.oceanid.adapter.kserve.InferenceServerSettings.Retries;
import io.oceanid.adapter.kserve.InferenceServerSettings.Timeouts;
import io.oceanid.adapter.testing.FakeAnswer;
import io.oceanid.adapter.testing.FakeTriton;
import io.oceanid.support.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ResilientServerTest {

    private static final FakeAnswer RIGHT = FakeAnswer.floats("logits", List.of(1L), 1);
    private static final FakeAnswer BUSY = FakeAnswer.error(503, "too busy");
    private static final InferRequest REQUEST = new InferRequest(
            "ner",
            List.of(Tensor.ofIntegers("input_ids", DataType.INT64, List.of(1L), new int[] {1})),
            List.of("logits"));
    private static final ModelDescription NER = new ModelDescription(
            "ner",
            List.of(new TensorDescription("input_ids", DataType.INT64, List.of(-1L, -1L))),
            List.of(new TensorDescription("logits", DataType.FP32, List.of(-1L, -1L, 5L))),
            8,
            Map.of("labels", "A,B"));

    @AutoClose
    private final FakeTriton triton = FakeTriton.start();

    private InferenceServerSettings settings = InferenceServerSettings.of(triton.url(), null, null)
            .with(new Retries(2, Duration.ofMillis(10), Duration.ofMillis(200)))
            .with(new Breaker(1000, 50, Duration.ofSeconds(10)));

    @Test
    void whatWasUnavailableIsAskedAgain() {
        triton.infers("ner", BUSY, FakeAnswer.none(), RIGHT);

        try (ResilientServer server = ResilientServer.of(settings)) {
            assertThat(Outcome.of(server.infer(REQUEST)).getFirst().floats()).containsExactly(1);
        }
        assertThat(triton.requests()).hasSize(3);
    }

    @Test
    void itIsNotAskedForever() {
        triton.infers("ner", BUSY);

        try (ResilientServer server = ResilientServer.of(settings)) {
            InferenceException failure = Outcome.failureOf(server.infer(REQUEST));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure).hasMessage("model ner: status 503: too busy");
        }
        assertThat(triton.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 500})
    void whatWouldFailAgainIsAskedOnce(int status) {
        triton.infers("ner", FakeAnswer.error(status, "no"));

        try (ResilientServer server = ResilientServer.of(settings)) {
            assertThat(Outcome.failureOf(server.infer(REQUEST)).kind()).isNotEqualTo(Kind.UNAVAILABLE);
        }
        assertThat(triton.requests()).hasSize(1);
    }

    @Test
    void theServerSaysHowLongToWaitUpToABound() {
        triton.infers("ner", BUSY.with("Retry-After", "3600"), RIGHT);
        long start = System.nanoTime();

        try (ResilientServer server = ResilientServer.of(settings)) {
            Outcome.of(server.infer(REQUEST));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    @Test
    void nothingIsAskedAfterTheDeadline() {
        triton.infers("ner", BUSY.with("Retry-After", "1"), RIGHT);
        settings = settings.with(new Retries(2, Duration.ofMillis(10), Duration.ofSeconds(2)))
                .with(new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(500)));

        try (ResilientServer server = ResilientServer.of(settings)) {
            assertThat(Outcome.failureOf(server.infer(REQUEST)).kind()).isEqualTo(Kind.UNAVAILABLE);
        }
        assertThat(triton.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatIsLateIsNoneAndItsConnectionIsEnded() {
        triton.infers("ner", RIGHT.after(Duration.ofSeconds(30)));
        settings = settings.with(new Retries(0, Duration.ofMillis(10), Duration.ofMillis(10)))
                .with(new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(1)));

        try (ResilientServer server = ResilientServer.of(settings)) {
            InferenceException failure = Outcome.failureOf(server.infer(REQUEST));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure).hasMessage("model ner: no answer in 300 ms");
            Eventually.holds(() -> assertThat(triton.hungUp()).isEqualTo(1));
        }
    }

    @Test
    void whoCancelsEndsTheCall() {
        triton.infers("ner", RIGHT.after(Duration.ofSeconds(30)));

        try (ResilientServer server = ResilientServer.of(settings)) {
            Disposable call = server.infer(REQUEST).subscribe();
            Eventually.holds(() -> assertThat(triton.requests()).hasSize(1));
            call.dispose();
            Eventually.holds(() -> assertThat(triton.hungUp()).isEqualTo(1));
        }
    }

    @Test
    void aServerThatIsGoneIsLeftAloneForAWhile() {
        triton.infers("ner", BUSY);
        settings = settings.with(new Breaker(4, 50, Duration.ofMillis(300)));

        try (ResilientServer server = ResilientServer.of(settings)) {
            Outcome.failureOf(server.infer(REQUEST));
            assertThat(server.isOpen()).isFalse();
            Outcome.failureOf(server.infer(REQUEST));
            assertThat(server.isOpen()).isTrue();
            int asked = triton.requests().size();

            InferenceException failure = Outcome.failureOf(server.infer(REQUEST));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure).hasMessageContaining("its circuit breaker is open");
            assertThat(triton.requests()).hasSize(asked);

            triton.infers("ner", RIGHT);
            Eventually.holds(() -> assertThat(server.isOpen()).isFalse());
            Outcome.of(server.infer(REQUEST));
        }
    }

    @Test
    void aServerThatRefusesIsThere() {
        triton.infers("ner", FakeAnswer.error(500, "negative token id"));
        settings = settings.with(new Breaker(2, 50, Duration.ofSeconds(10)));

        try (ResilientServer server = ResilientServer.of(settings)) {
            for (int i = 0; i < 5; i++) {
                Outcome.failureOf(server.infer(REQUEST));
            }
            assertThat(server.isOpen()).isFalse();
        }
    }

    @Test
    void aModelIsDescribedOnceToAllWhoAskTogether() {
        triton.knows(NER).on("/v2/models/ner", FakeAnswer.metadata(NER).after(Duration.ofMillis(200)));

        try (ResilientServer server = ResilientServer.of(settings)) {
            List<ModelDescription> told = Outcome.of(
                    Flux.range(0, 20).flatMap(_ -> server.describe("ner")).collectList());

            assertThat(told).hasSize(20).containsOnly(NER);
            assertThat(Outcome.of(server.describe("ner"))).isEqualTo(NER);
        }
        assertThat(triton.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void aModelIsDescribedAnewAfterItRefused(int status) {
        triton.knows(NER).infers("ner", FakeAnswer.error(status, "no"));

        try (ResilientServer server = ResilientServer.of(settings)) {
            Outcome.of(server.describe("ner"));
            Outcome.failureOf(server.infer(REQUEST));
            Outcome.of(server.describe("ner"));
        }
        assertThat(triton.requests("/v2/models/ner")).hasSize(2);
    }

    @Test
    void aDescriptionGrowsOld() {
        triton.knows(NER);

        try (ResilientServer server = ResilientServer.of(settings.withDescriptionsFor(Duration.ofNanos(1)))) {
            Outcome.of(server.describe("ner"));
            Outcome.of(server.describe("ner"));
        }
        assertThat(triton.requests("/v2/models/ner")).hasSize(2);
    }

    @Test
    void aFailedDescriptionIsNotKept() {
        triton.on("/v2/models/ner", FakeAnswer.error(404, "not found"), FakeAnswer.metadata(NER))
                .on("/v2/models/ner/config", FakeAnswer.config(NER));

        try (ResilientServer server = ResilientServer.of(settings)) {
            assertThat(Outcome.failureOf(server.describe("ner")).kind()).isEqualTo(Kind.UNKNOWN_MODEL);
            assertThat(Outcome.of(server.describe("ner"))).isEqualTo(NER);
        }
    }

    @Test
    void moreCallsThanMayWaitForAConnectionFailAtOnce() {
        triton.infers("ner", RIGHT.after(Duration.ofMillis(500)));
        settings = settings.with(new Pool(2, 3, Duration.ofSeconds(30)))
                .with(new Retries(0, Duration.ofMillis(10), Duration.ofMillis(10)));

        try (ResilientServer server = ResilientServer.of(settings)) {
            // to know what server it is needs a connection too
            triton.infers("warm", RIGHT);
            Outcome.of(server.infer(new InferRequest("warm", REQUEST.inputs(), REQUEST.outputs())));
            List<Boolean> ended = Outcome.of(Flux.range(0, 10)
                    .flatMap(_ -> server.infer(REQUEST)
                            .map(_ -> true)
                            .onErrorResume(
                                    failure -> failure instanceof InferenceException known
                                            && known.kind() == Kind.UNAVAILABLE,
                                    _ -> Mono.just(false)))
                    .collectList());

            assertThat(ended.stream().filter(answered -> answered)).hasSize(5);
            assertThat(triton.connections()).isEqualTo(2);
        }
    }
}
