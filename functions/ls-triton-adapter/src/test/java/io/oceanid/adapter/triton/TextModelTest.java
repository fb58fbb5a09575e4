package io.oceanid.adapter.triton;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.oceanid.adapter.decode.Aggregation;
import io.oceanid.adapter.kserve.DataType;
import io.oceanid.adapter.kserve.InferenceServerSettings;
import io.oceanid.adapter.kserve.InferenceServerSettings.Retries;
import io.oceanid.adapter.kserve.ResilientServer;
import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.model.EntityModel;
import io.oceanid.adapter.model.ModelException;
import io.oceanid.adapter.model.Outcome;
import io.oceanid.adapter.testing.FakeAnswer;
import io.oceanid.adapter.testing.ToyTriton;
import io.oceanid.adapter.triton.TritonModels.ModelSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class TextModelTest {

    private static final String PORT = "[{\"start\":3,\"end\":9,\"label\":\"PORT\",\"text\":\"Santos\",\"score\":0.9}]";

    private final ToyTriton triton = ToyTriton.start().texts(8, TextModelTest::entities);
    private final ResilientServer server = ResilientServer.of(InferenceServerSettings.of(triton.url(), null, null)
            .with(new Retries(1, Duration.ofMillis(1), Duration.ofMillis(5))));
    private final EntityModel model = model(Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        server.close();
        triton.close();
    }

    @Test
    void textsGoInBatchesOfTheModelsSizeAndTheOutcomesKeepTheirOrder() {
        List<String> texts = IntStream.range(0, 250)
                .mapToObj(i -> i % 3 == 0 ? "to Santos" : "nothing " + "x".repeat(i))
                .toList();

        List<Outcome> outcomes = outcomes(texts);

        assertThat(outcomes).hasSize(250);
        for (int i = 0; i < 250; i++) {
            assertThat(outcomes.get(i))
                    .isEqualTo(new Outcome.Found(i % 3 == 0 ? List.of(new Entity(3, 9, "PORT", 0.9)) : List.of()));
        }
        assertThat(triton.batches(ToyTriton.TEXTS)).hasSize(32).allMatch(size -> size <= 8);
    }

    @Test
    void aTextThatTheModelFailsOnFailsAlone() {
        List<String> texts = List.of("to Santos", "a", "raise", "b", "c", "d", "to Santos", "e");

        List<Outcome> outcomes = outcomes(texts);

        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) outcomes.get(2)).reason())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(ToyTriton.TEXTS)
                .hasMessageContaining("500")
                .hasMessageContaining("raised");
        assertThat(outcomes).filteredOn(Outcome.Found.class::isInstance).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "7",
                "[7]",
                "[{\"start\":0,\"end\":1}]",
                "[{\"start\":-1,\"end\":1,\"label\":\"PORT\"}]",
                "[{\"start\":1,\"end\":1,\"label\":\"PORT\"}]",
                "[{\"start\":0,\"end\":999,\"label\":\"PORT\"}]",
                "[{\"start\":0,\"end\":2,\"label\":\"PORT\",\"score\":1.5}]",
                "[{\"start\":0,\"end\":2,\"label\":\"PORT\",\"text\":\"elsewhere\"}]",
                "[{\"start\":0,\"end\":2,\"label\":\"PORT\",\"score\":NaN}]"
            })
    void whatTheModelSaysMustFitTheText(String answer) {
        List<Outcome> outcomes = outcomes(List.of("say " + answer, "to Santos"));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Found.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"entities\":[{\"start\":0,\"end\":3,\"label\":\"PORT\"}]}",
                "[{\"start\":0,\"end\":3,\"entity_group\":\"PORT\",\"word\":\"SAY\"}]",
                "[{\"start\":0,\"end\":3,\"entity\":\"B-PORT\"}]",
                "[{\"start\":0,\"end\":3,\"type\":\"PORT\",\"score\":0.5}]"
            })
    void entitiesMaySayTheirLabelInSeveralWaysAndLackAScore(String answer) {
        assertThat(outcomes(List.of("say " + answer)))
                .containsExactly(new Outcome.Found(List.of(new Entity(0, 3, "PORT", 0.5))));
    }

    @Test
    void callersWhoAskTogetherAreAnsweredTogether() {
        triton.fake()
                .infers(
                        ToyTriton.TEXTS,
                        request -> ToyTriton.answer(request, 8, _ -> PORT).after(Duration.ofMillis(100)));

        StepVerifier.create(Flux.range(0, 16).flatMap(_ -> model.read(List.of("to Santos")), 16))
                .expectNextCount(16)
                .verifyComplete();

        assertThat(triton.batches(ToyTriton.TEXTS)).hasSizeLessThan(9).anyMatch(size -> size > 1);
    }

    @Test
    void aSlowTextFailsAloneOnceItsTimeIsUp() {
        triton.texts(1, TextModelTest::entities);
        triton.fake()
                .infers(
                        ToyTriton.TEXTS,
                        request -> request.body().length > 400
                                ? FakeAnswer.none().after(Duration.ofSeconds(5))
                                : ToyTriton.answer(request, 1, TextModelTest::entities));

        List<Outcome> outcomes = Objects.requireNonNull(model(Duration.ofMillis(700))
                .read(List.of("x".repeat(500), "to Santos", "b"))
                .block());

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Found.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Found.class);
    }

    @Test
    void aServerThatIsAwayIsNoTextsFault() {
        triton.fake().infers(ToyTriton.TEXTS, FakeAnswer.error(503, "busy"));

        fails(model, ModelException.Kind.UNAVAILABLE, "busy");
        triton.close();
        fails(model, ModelException.Kind.UNAVAILABLE, ToyTriton.TEXTS);
    }

    @Test
    void aModelThatThereIsNotIsUnknown() {
        fails(models(Duration.ofSeconds(20)).of("nope"), ModelException.Kind.UNKNOWN, "nope");
    }

    @Test
    void aModelThatTakesSomethingElseSaysWhat() {
        triton.tokens(8, DataType.INT64, 5, Map.of());

        fails(models(Duration.ofSeconds(20)).of(ToyTriton.TOKENS), ModelException.Kind.UNUSABLE, "NER_TOKENIZER");
    }

    @Test
    void aModelThatIsLoadedAnewWithASmallerBatchIsAskedForLess() {
        outcomes(List.of("a", "b", "c", "d"));
        triton.texts(2, TextModelTest::entities);

        // the batch of four is refused, its halves are not; from then on it is known
        assertThat(outcomes(List.of("a", "b", "c", "d"))).allMatch(Outcome.Found.class::isInstance);
        assertThat(outcomes(List.of("a", "b", "c", "d"))).allMatch(Outcome.Found.class::isInstance);

        assertThat(triton.batches(ToyTriton.TEXTS)).containsExactly(4, 4, 2, 2, 2, 2);
    }

    private List<Outcome> outcomes(List<String> texts) {
        return Objects.requireNonNull(model.read(texts).block(Duration.ofSeconds(30)));
    }

    private static void fails(EntityModel model, ModelException.Kind kind, String words) {
        StepVerifier.create(model.read(List.of("a", "b"))).verifyErrorSatisfies(error -> {
            assertThat(error).isInstanceOf(ModelException.class).hasMessageContaining(words);
            assertThat(((ModelException) error).kind()).isEqualTo(kind);
        });
    }

    private EntityModel model(Duration patience) {
        return models(patience).of(ToyTriton.TEXTS);
    }

    private TritonModels models(Duration patience) {
        return new TritonModels(
                server,
                new Batches(4, Duration.ofMillis(3), patience),
                Map.of(),
                new ModelSettings("", null, new TokenSettings(List.of(), 512, 64, Aggregation.FIRST)),
                new SimpleMeterRegistry());
    }

    private static String entities(String text) {
        if (text.startsWith("raise")) {
            throw new IllegalStateException("raised");
        }
        if (text.startsWith("say ")) {
            return text.substring(4);
        }
        return text.equals("to Santos") ? PORT : "[]";
    }
}
