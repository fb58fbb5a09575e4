package io.oceanid.adapter.kserve;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.adapter.kserve.InferenceServerSettings.Transfer;
import io.oceanid.adapter.testing.FakeAnswer;
import io.oceanid.adapter.testing.FakeRequest;
import io.oceanid.adapter.testing.FakeTriton;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class HttpWireTest {

    private static final FakeAnswer RIGHT = FakeAnswer.floats("logits", List.of(1L, 3L), 1, Float.NaN, -3);
    private static final Tensor IDS = Tensor.ofIntegers("input_ids", DataType.INT64, List.of(1L, 100L), new int[100]);
    private static final InferRequest REQUEST = new InferRequest("ner", List.of(IDS), List.of("logits"));

    @AutoClose
    private final FakeTriton triton = FakeTriton.start().infers("ner", RIGHT);

    @Test
    void anAnswerMayArriveByteByByte() {
        triton.infers("ner", RIGHT.byteByByte());

        assertThat(infer(settings())).containsExactly(1, Float.NaN, -3);
    }

    @Test
    void anAnswerMayMixBinaryTensorsWithJson() {
        triton.infers("ner", FakeAnswer.binary("""
            {"outputs":[
              {"name":"a","datatype":"FP32","shape":[1],"parameters":{"binary_data_size":4}},
              {"name":"b","datatype":"FP32","shape":[2,1],"data":[[1.5],[2]]},
              {"name":"c","datatype":"BYTES","shape":[1],"parameters":{"binary_data_size":5}}]}\
            """, new byte[] {0, 0, -128, 63, 1, 0, 0, 0, 'x'}));

        try (HttpInferenceServer server = new HttpInferenceServer(settings())) {
            List<Tensor> tensors =
                    Outcome.of(server.infer(new InferRequest("ner", List.of(IDS), List.of("c", "b", "a"))));

            assertThat(tensors).extracting(Tensor::name).containsExactly("c", "b", "a");
            assertThat(tensors.get(0).elements()).containsExactly(new byte[] {'x'});
            assertThat(tensors.get(1).floats()).containsExactly(1.5f, 2);
            assertThat(tensors.get(2).floats()).containsExactly(1);
        }
    }

    @Test
    void nothingIsCompressedUnlessWanted() {
        infer(settings());

        assertThat(triton.request().headers()).doesNotContainKeys("accept-encoding", "content-encoding");
    }

    @Test
    void largeRequestsAndAnswersAreCompressedWhereWanted() {
        triton.infers("ner", RIGHT.gzipped());

        assertThat(infer(settings().with(new Transfer(500, 100_000)))).containsExactly(1, Float.NaN, -3);

        FakeRequest request = triton.request();
        assertThat(request.headers())
                .containsEntry("accept-encoding", "gzip")
                .containsEntry("content-encoding", "gzip");
        assertThat(request.raw()).hasSizeLessThan(400);
        assertThat(request.json()
                        .path("inputs")
                        .get(0)
                        .path("parameters")
                        .path("binary_data_size")
                        .intValue())
                .isEqualTo(800);
        assertThat(request.binary()).isEqualTo(new byte[800]);
    }

    @Test
    void smallRequestsAreNotCompressed() {
        infer(settings().with(new Transfer(5000, 100_000)));

        assertThat(triton.request().headers()).doesNotContainKey("content-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/triton/blue", "/triton/blue/"})
    void theServerMayLiveBelowAPath(String prefix) {
        triton.on("/triton/blue/v2", FakeAnswer.json("{}")).on("/triton/blue/v2/models/ner/infer", RIGHT);

        infer(InferenceServerSettings.of(triton.url() + prefix, null, null));

        assertThat(triton.requests("/triton/blue/v2/models/ner/infer")).hasSize(1);
    }

    @Test
    void aModelMayHaveAVersionAndAnyName() {
        triton.on("/v2/models/n%C3%A9r%20%3F/versions/3/infer", RIGHT);

        try (HttpInferenceServer server = new HttpInferenceServer(settings())) {
            Outcome.of(server.infer(new InferRequest("nér ?/3", List.of(IDS), List.of("logits"))));
        }
    }

    @Test
    void allOutputsComeWhereNoneIsNamed() {
        try (HttpInferenceServer server = new HttpInferenceServer(settings())) {
            assertThat(Outcome.of(server.infer(new InferRequest("ner", List.of(IDS), List.of()))))
                    .extracting(Tensor::name)
                    .containsExactly("logits");
        }
        assertThat(triton.request().json().at("/parameters/binary_data_output").booleanValue())
                .isTrue();
    }

    @Test
    void connectionsAreUsedAgain() {
        try (HttpInferenceServer server = new HttpInferenceServer(settings())) {
            Outcome.of(Flux.range(0, 20).concatMap(_ -> server.infer(REQUEST)).collectList());
        }
        // the first question is followed by the next before its connection is back
        assertThat(triton.connections()).isLessThanOrEqualTo(2);
        assertThat(triton.requests("/v2")).hasSize(1);
    }

    @Test
    void theServiceTokenIsShownToTheServerAndToNobodyElse() {
        InferenceServerSettings settings = InferenceServerSettings.of(triton.url(), "the-id.access", "the-secret");
        triton.infers("ner", FakeAnswer.error(403, "Forbidden"));

        try (HttpInferenceServer server = new HttpInferenceServer(settings)) {
            InferenceException failure = Outcome.failureOf(server.infer(REQUEST));

            assertThat(failure).hasMessageNotContaining("the-secret").hasMessageNotContaining("the-id");
        }
        assertThat(triton.request().headers())
                .containsEntry("cf-access-client-id", "the-id.access")
                .containsEntry("cf-access-client-secret", "the-secret");
        assertThat(triton.requests("/v2").getFirst().headers()).containsEntry("cf-access-client-secret", "the-secret");
    }

    @Test
    void aServerWithoutConfigsTakesOneItemAtATimeIfItTakesAny() {
        triton.on("/v2/models/ner", metadata("[-1,-1]", "[-1,-1,5]"));
        try (HttpInferenceServer server = new HttpInferenceServer(settings())) {
            ModelDescription description = Outcome.of(server.describe("ner"));

            assertThat(description.maxBatchSize()).isEqualTo(1);
            assertThat(description.parameters()).isEmpty();
            assertThat(description.inputs().getFirst().shape()).containsExactly(-1L, -1L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[5]"})
    void aServerWithoutConfigsWhoseTensorsHaveAFixedSizeTakesNoBatches(String output) {
        triton.on("/v2/models/ner", metadata("[-1,-1]", output))
                .on("/v2/models/ner/config", FakeAnswer.error(405, "Method Not Allowed"));
        try (HttpInferenceServer server = new HttpInferenceServer(settings())) {
            assertThat(Outcome.of(server.describe("ner")).maxBatchSize()).isZero();
        }
    }

    @Test
    void aDescriptionIsReadOrRefusedWhole() {
        triton.on("/v2/models/ner", metadata("[-1,-1]", "[-1]"))
                .on("/v2/models/ner/config", FakeAnswer.error(503, "loading"), FakeAnswer.json("<"));
        try (HttpInferenceServer server = new HttpInferenceServer(settings())) {
            assertThat(Outcome.failureOf(server.describe("ner")).kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(Outcome.failureOf(server.describe("ner")).kind()).isEqualTo(Kind.UNUSABLE_ANSWER);

            triton.on("/v2/models/ner", FakeAnswer.json("{\"name\":1}"));
            assertThat(Outcome.failureOf(server.describe("ner")).kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
        }
    }

    @Test
    void aServerThatCannotBeAskedWhatItKnowsIsNotGuessedAt() {
        triton.on("/v2", FakeAnswer.error(503, "starting"), FakeAnswer.error(404, "Not Found"));
        try (HttpInferenceServer server = new HttpInferenceServer(settings())) {
            assertThat(Outcome.failureOf(server.infer(REQUEST)).kind()).isEqualTo(Kind.UNAVAILABLE);
            Outcome.of(server.infer(REQUEST));
        }
        assertThat(triton.request().headers()).containsEntry("content-type", "application/json");
    }

    private static FakeAnswer metadata(String input, String output) {
        return FakeAnswer.json("""
            {"name":"ner","inputs":[{"name":"ids","datatype":"INT64","shape":%s}],
             "outputs":[{"name":"logits","datatype":"FP32","shape":%s}]}\
            """.formatted(input, output));
    }

    private InferenceServerSettings settings() {
        return InferenceServerSettings.of(triton.url(), null, null);
    }

    private static float[] infer(InferenceServerSettings settings) {
        try (HttpInferenceServer server = new HttpInferenceServer(settings)) {
            return Outcome.of(server.infer(REQUEST)).getFirst().floats();
        }
    }
}
