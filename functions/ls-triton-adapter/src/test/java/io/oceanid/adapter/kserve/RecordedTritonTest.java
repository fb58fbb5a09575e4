package io.oceanid.adapter.kserve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.adapter.testing.FakeAnswer;
import io.oceanid.adapter.testing.FakeRequest;
import io.oceanid.adapter.testing.FakeTriton;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class RecordedTritonTest {

    private final FakeTriton triton = FakeTriton.start();
    private final HttpInferenceServer server =
            new HttpInferenceServer(InferenceServerSettings.of(triton.url(), null, null));

    @AfterEach
    void close() {
        server.close();
        triton.close();
    }

    static Stream<RecordedExchange> inferences() {
        return RecordedExchange.all("infer-");
    }

    @ParameterizedTest
    @MethodSource("inferences")
    void anAnswerIsReadAsItWasMeant(RecordedExchange recorded) {
        triton.on(pathOf(recorded), recorded.answer());
        if (recorded.status() == 200) {
            assertThatTensors(infer(recorded)).areThoseOf(recorded);
            return;
        }
        InferenceException failure = Outcome.failureOf(call(recorded));
        assertThat(failure.kind())
                .isEqualTo(
                        switch (recorded.status()) {
                            case 404 -> Kind.UNKNOWN_MODEL;
                            case 500 -> Kind.MODEL_FAILED;
                            default -> Kind.REFUSED;
                        });
        assertThat(failure)
                .hasMessageContaining("model " + recorded.model() + ": status " + recorded.status())
                .hasMessageContaining(
                        OneLine.of(recorded.responseJson().path("error").asString()))
                .message()
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"infer-ner_text-binary", "infer-ner_token_cls-binary"})
    void aRequestHasTheTensorsOfTheRecordedOneByteForByte(String name) {
        RecordedExchange recorded = RecordedExchange.of(name);
        triton.on(recorded.path(), recorded.answer());

        infer(recorded);

        FakeRequest request = triton.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers())
                .containsEntry("content-type", "application/octet-stream")
                .doesNotContainKey("transfer-encoding");
        assertThat(request.binary()).isEqualTo(recorded.requestBinary());
        assertThat(request.json().path("inputs"))
                .isEqualTo(recorded.requestJson().path("inputs"));
        assertThat(request.json().path("outputs"))
                .isEqualTo(recorded.requestJson().path("outputs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"infer-ner_text-json", "infer-ner_token_cls-json"})
    void aServerWithoutTheBinaryExtensionIsAskedInJson(String name) {
        RecordedExchange recorded = RecordedExchange.of(name);
        triton.on("/v2", FakeAnswer.json("{\"name\":\"other\",\"extensions\":[]}"))
                .on(recorded.path(), recorded.answer());

        assertThatTensors(infer(recorded)).areThoseOf(recorded);

        FakeRequest request = triton.request();
        assertThat(request.headers())
                .containsEntry("content-type", "application/json")
                .doesNotContainKey("inference-header-content-length");
        assertThat(request.json().path("inputs"))
                .isEqualTo(recorded.requestJson().path("inputs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ner_text", "ner_token_cls", "identity_text"})
    void aModelIsDescribedByItsMetadataAndItsConfig(String model) {
        RecordedExchange metadata = RecordedExchange.of("model-metadata-" + model);
        RecordedExchange config = RecordedExchange.of("model-config-" + model);
        triton.on(metadata.path(), metadata.answer()).on(config.path(), config.answer());

        ModelDescription description = Outcome.of(server.describe(model));

        assertThat(description.name()).isEqualTo(model);
        assertThat(description.maxBatchSize())
                .isEqualTo(config.responseJson().path("max_batch_size").intValue());
        assertThat(description.inputs())
                .isEqualTo(described(metadata.responseJson().path("inputs")));
        assertThat(description.outputs())
                .isEqualTo(described(metadata.responseJson().path("outputs")));
    }

    @Test
    void theFreeParametersOfAConfigAreKnown() {
        triton.on(
                        "/v2/models/ner_text",
                        RecordedExchange.of("model-metadata-ner_text").answer())
                .on(
                        "/v2/models/ner_text/config",
                        RecordedExchange.of("model-config-ner_text").answer());

        assertThat(Outcome.of(server.describe("ner_text")).parameters())
                .containsEntry("labels", "VESSEL,HS_CODE,PORT,COMMODITY,IMO,FLAG,RISK_LEVEL,DATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-metadata-unknown", "model-metadata-unknown-version", "model-metadata-after-unload"})
    void aModelThatIsNotThereIsUnknown(String name) {
        RecordedExchange recorded = RecordedExchange.of(name);
        triton.on(recorded.path(), recorded.answer());

        InferenceException failure = Outcome.failureOf(server.describe(recorded.model()));

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_MODEL);
        assertThat(failure)
                .hasMessageContaining(recorded.responseJson().path("error").asString());
    }

    private static String pathOf(RecordedExchange recorded) {
        return recorded.path().endsWith("/infer") ? recorded.path() : recorded.path() + "/infer";
    }

    private List<Tensor> infer(RecordedExchange recorded) {
        return Outcome.of(call(recorded));
    }

    private Mono<List<Tensor>> call(RecordedExchange recorded) {
        return server.infer(new InferRequest(recorded.model(), inputs(recorded), recorded.outputs()));
    }

    /** The recorded inputs, as far as they are right. */
    private static List<Tensor> inputs(RecordedExchange recorded) {
        if (recorded.status() != 200) {
            return List.of(Tensor.ofTexts("text", List.of(1L, 1L), List.of("x")));
        }
        List<Tensor> inputs = new ArrayList<>();
        ByteBuffer binary = ByteBuffer.wrap(recorded.requestBinary());
        for (JsonNode input : recorded.requestJson().path("inputs")) {
            TensorDescription tensor = Descriptions.tensor(input);
            JsonNode size = input.path("parameters").path("binary_data_size");
            if (size.isMissingNode()) {
                inputs.add(JsonData.read(tensor.name(), tensor.type(), tensor.shape(), input.path("data")));
            } else {
                byte[] data = new byte[size.intValue()];
                binary.get(data);
                inputs.add(new Tensor(tensor.name(), tensor.type(), tensor.shape(), ByteBuffer.wrap(data)));
            }
        }
        return inputs;
    }

    private static List<TensorDescription> described(JsonNode tensors) {
        List<TensorDescription> described = new ArrayList<>();
        tensors.forEach(tensor -> described.add(Descriptions.tensor(tensor)));
        return described;
    }

    private interface Comparison {
        void areThoseOf(RecordedExchange recorded);
    }

    private static Comparison assertThatTensors(List<Tensor> tensors) {
        return recorded -> {
            JsonNode outputs = recorded.responseJson().path("outputs");
            if (recorded.name().contains("gzip") && outputs.isMissingNode()) {
                assertThat(tensors.getFirst().floats()).containsExactly(0);
                return;
            }
            assertThat(tensors).hasSize(outputs.size());
            ByteArrayOutputStream binary = new ByteArrayOutputStream();
            for (int i = 0; i < outputs.size(); i++) {
                JsonNode output = outputs.get(i);
                Tensor tensor = tensors.get(i);
                assertThat(new TensorDescription(tensor.name(), tensor.type(), tensor.shape()))
                        .isEqualTo(Descriptions.tensor(output));
                if (output.has("data")) {
                    assertThat(values(tensor)).isEqualTo(values(tensor.type(), output.path("data")));
                } else {
                    byte[] data = new byte[tensor.data().remaining()];
                    tensor.data().get(data);
                    binary.writeBytes(data);
                }
            }
            assertThat(binary.toByteArray()).isEqualTo(recorded.responseBinary());
        };
    }

    private static List<Object> values(Tensor tensor) {
        List<Object> values = new ArrayList<>();
        if (tensor.type() == DataType.BYTES) {
            tensor.elements().forEach(element -> values.add(new String(element, UTF_8)));
        } else {
            for (float value : tensor.floats()) {
                values.add(value);
            }
        }
        return values;
    }

    private static List<Object> values(DataType type, JsonNode data) {
        List<Object> values = new ArrayList<>();
        data.forEach(value -> values.add(type == DataType.BYTES ? value.asString() : (Object) value.floatValue()));
        return values;
    }
}
