package io.oceanid.adapter.kserve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import inference.InferTensorContents;
import inference.ModelConfig;
import inference.ModelConfigResponse;
import inference.ModelInferRequest;
import inference.ModelInferRequest.InferInputTensor;
import inference.ModelInferResponse;
import inference.ModelInferResponse.InferOutputTensor;
import inference.ModelMetadataResponse;
import inference.ModelMetadataResponse.TensorMetadata;
import inference.ModelParameter;
import io.grpc.Metadata;
import io.grpc.Status;
import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.adapter.kserve.InferenceServerSettings.Retries;
import io.oceanid.adapter.kserve.InferenceServerSettings.Timeouts;
import io.oceanid.adapter.kserve.InferenceServerSettings.Transfer;
import io.oceanid.support.testing.Eventually;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;

class GrpcInferenceServerTest {

    private static final Tensor TEXT = Tensor.ofTexts("text", List.of(1L, 1L), List.of("x"));
    private static final InferRequest REQUEST = new InferRequest("ner", List.of(TEXT), List.of("score"));

    private final FakeGrpcServer triton = FakeGrpcServer.start();
    private final InferenceServerSettings settings =
            InferenceServerSettings.of(triton.url(), "the-id", "the-secret").with(new Transfer(0, 1000));
    private final GrpcInferenceServer server = new GrpcInferenceServer(settings);

    @AfterEach
    void close() {
        server.close();
        triton.close();
    }

    static Stream<RecordedExchange> inferences() {
        return RecordedExchange.all("grpc-infer-ner");
    }

    static Stream<RecordedExchange> errors() {
        return Stream.concat(
                RecordedExchange.all("grpc-infer-error"), RecordedExchange.all("grpc-model-metadata-unknown"));
    }

    @ParameterizedTest
    @MethodSource("inferences")
    void aRecordedAnswerIsReadAsItWasMeant(RecordedExchange recorded) {
        JsonNode body = recorded.responseJson();
        ModelInferResponse.Builder answer = ModelInferResponse.newBuilder();
        body.path("outputs")
                .forEach(output -> answer.addOutputs(InferOutputTensor.newBuilder()
                        .setName(output.path("name").asString())
                        .setDatatype(output.path("datatype").asString())
                        .addAllShape(shape(output))));
        body.path("raw_output_contents").forEach(raw -> answer.addRawOutputContents(bytes(raw)));
        triton.answers(answer.build());

        List<Tensor> tensors = Outcome.of(server.infer(new InferRequest("ner", List.of(TEXT), List.of())));

        assertThat(tensors).hasSize(body.path("outputs").size());
        for (int i = 0; i < tensors.size(); i++) {
            JsonNode output = body.path("outputs").get(i);
            assertThat(tensors.get(i).name()).isEqualTo(output.path("name").asString());
            assertThat(tensors.get(i).shape()).isEqualTo(shape(output));
            assertThat(ByteString.copyFrom(tensors.get(i).data()))
                    .isEqualTo(bytes(body.path("raw_output_contents").get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("inferences")
    void aRequestHasTheTensorsOfTheRecordedOne(RecordedExchange recorded) {
        JsonNode body = recorded.requestJson();
        ModelInferRequest.Builder expected = ModelInferRequest.newBuilder()
                .setModelName(body.path("model_name").asString());
        for (JsonNode input : body.path("inputs")) {
            expected.addInputs(InferInputTensor.newBuilder()
                    .setName(input.path("name").asString())
                    .setDatatype(input.path("datatype").asString())
                    .addAllShape(shape(input)));
            JsonNode typed = input.path("contents").path("bytes_contents").path(0);
            if (!typed.isMissingNode()) {
                byte[] element = bytes(typed).toByteArray();
                ByteBuffer raw =
                        Tensor.ofElements("text", List.of(1L), List.of(element)).data();
                expected.addRawInputContents(ByteString.copyFrom(raw));
            }
        }
        body.path("raw_input_contents").forEach(raw -> expected.addRawInputContents(bytes(raw)));
        for (String output : recorded.outputs()) {
            expected.addOutputs(
                    ModelInferRequest.InferRequestedOutputTensor.newBuilder().setName(output));
        }
        List<Tensor> inputs = expected.getInputsList().stream()
                .map(input -> new Tensor(
                        input.getName(),
                        DataType.of(input.getDatatype()).orElseThrow(),
                        input.getShapeList(),
                        expected.getRawInputContents(expected.getInputsList().indexOf(input))
                                .asReadOnlyByteBuffer()))
                .toList();

        Outcome.of(server.infer(new InferRequest(expected.getModelName(), inputs, List.of())));

        assertThat(triton.inferences.getFirst())
                .isEqualTo(expected.clearOutputs().build());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aRecordedErrorIsOfTheRightKind(RecordedExchange recorded) {
        Status.Code code =
                Status.Code.valueOf(recorded.response().path("status").asString());
        String said = recorded.response().path("body").asString();
        triton.fails(code.toStatus().withDescription(said));

        InferenceException failure = Outcome.failureOf(server.infer(REQUEST));

        assertThat(failure.kind())
                .isEqualTo(
                        switch (code) {
                            case NOT_FOUND -> Kind.UNKNOWN_MODEL;
                            case INVALID_ARGUMENT -> Kind.REFUSED;
                            default -> Kind.MODEL_FAILED;
                        });
        assertThat(failure).hasMessage("model ner: " + code + ": " + OneLine.of(said));
    }

    @ParameterizedTest
    @EnumSource(value = Status.Code.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void anyCodeTellsWhoIsAtFault(Status.Code code) {
        triton.fails(code.toStatus().withDescription("as it\nis"));

        InferenceException failure = Outcome.failureOf(server.infer(REQUEST));

        assertThat(failure.kind())
                .isEqualTo(
                        switch (code) {
                            case UNAVAILABLE,
                                    DEADLINE_EXCEEDED,
                                    RESOURCE_EXHAUSTED,
                                    CANCELLED,
                                    ABORTED,
                                    UNAUTHENTICATED,
                                    PERMISSION_DENIED -> Kind.UNAVAILABLE;
                            case NOT_FOUND -> Kind.UNKNOWN_MODEL;
                            case INTERNAL, UNKNOWN, DATA_LOSS -> Kind.MODEL_FAILED;
                            default -> Kind.REFUSED;
                        });
        assertThat(failure).hasMessageEndingWith("as it is");
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHENTICATED, who", "PERMISSION_DENIED, HTTP status code 403", "UNKNOWN, HTTP status code 302"})
    void aDenialIsCalledOne(Status.Code code, String description) {
        triton.fails(code.toStatus().withDescription(description));

        InferenceException failure = Outcome.failureOf(server.infer(REQUEST));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure).hasMessage("model ner: access was denied: " + description);
    }

    @Test
    void aModelIsDescribedByItsMetadataAndItsConfig() {
        triton.describes(metadata(), config());

        ModelDescription description = Outcome.of(server.describe("ner/2"));

        assertThat(description.maxBatchSize()).isEqualTo(8);
        assertThat(description.parameters()).containsEntry("labels", "A,B");
        assertThat(description.inputs())
                .containsExactly(new TensorDescription("text", DataType.BYTES, List.of(-1L, 1L)));
        assertThat(description.outputs())
                .containsExactly(new TensorDescription("score", DataType.FP32, List.of(-1L, 1L)));
    }

    @Test
    void aServerWithoutConfigsTakesOneItemAtATime() {
        triton.describes(metadata(), config());
        triton.hasNoConfig();

        assertThat(Outcome.of(server.describe("ner")).maxBatchSize()).isEqualTo(1);
    }

    @Test
    void aTensorOfAnUnknownTypeIsNotDescribed() {
        triton.describes(
                metadata().toBuilder()
                        .addInputs(TensorMetadata.newBuilder().setName("x").setDatatype("FP8"))
                        .build(),
                config());

        assertThat(Outcome.failureOf(server.describe("ner")).kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
    }

    static Stream<Arguments> typed() {
        return Stream.of(
                Arguments.of(DataType.BOOL, InferTensorContents.newBuilder().addBoolContents(true), new byte[] {1}),
                Arguments.of(DataType.INT8, InferTensorContents.newBuilder().addIntContents(-2), new byte[] {-2}),
                Arguments.of(DataType.INT16, InferTensorContents.newBuilder().addIntContents(-2), new byte[] {-2, -1}),
                Arguments.of(
                        DataType.INT32, InferTensorContents.newBuilder().addIntContents(-2), new byte[] {-2, -1, -1, -1
                        }),
                Arguments.of(DataType.INT64, InferTensorContents.newBuilder().addInt64Contents(-2), new byte[] {
                    -2, -1, -1, -1, -1, -1, -1, -1
                }),
                Arguments.of(DataType.UINT8, InferTensorContents.newBuilder().addUintContents(254), new byte[] {-2}),
                Arguments.of(
                        DataType.UINT16, InferTensorContents.newBuilder().addUintContents(254), new byte[] {-2, 0}),
                Arguments.of(DataType.UINT32, InferTensorContents.newBuilder().addUintContents(-2), new byte[] {
                    -2, -1, -1, -1
                }),
                Arguments.of(DataType.UINT64, InferTensorContents.newBuilder().addUint64Contents(1), new byte[] {
                    1, 0, 0, 0, 0, 0, 0, 0
                }),
                Arguments.of(
                        DataType.FP32, InferTensorContents.newBuilder().addFp32Contents(1), new byte[] {0, 0, -128, 63
                        }),
                Arguments.of(DataType.FP64, InferTensorContents.newBuilder().addFp64Contents(1), new byte[] {
                    0, 0, 0, 0, 0, 0, -16, 63
                }),
                Arguments.of(
                        DataType.BYTES,
                        InferTensorContents.newBuilder().addBytesContents(ByteString.copyFromUtf8("x")),
                        new byte[] {1, 0, 0, 0, 'x'}));
    }

    @ParameterizedTest
    @MethodSource
    void typed(DataType type, InferTensorContents.Builder contents, byte[] bytes) {
        triton.answers(ModelInferResponse.newBuilder()
                .addOutputs(output(type.name()).setContents(contents))
                .build());

        Tensor tensor = Outcome.of(server.infer(REQUEST)).getFirst();

        assertThat(ByteString.copyFrom(tensor.data()).toByteArray()).isEqualTo(bytes);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("an unknown type", ModelInferResponse.newBuilder().addOutputs(output("FP8"))),
                Arguments.of(
                        "halves that are not raw",
                        ModelInferResponse.newBuilder().addOutputs(output("FP16"))),
                Arguments.of("no data", ModelInferResponse.newBuilder().addOutputs(output("FP32"))),
                Arguments.of("no outputs", ModelInferResponse.newBuilder()),
                Arguments.of(
                        "too few data",
                        ModelInferResponse.newBuilder()
                                .addOutputs(output("FP32"))
                                .addRawOutputContents(ByteString.copyFrom(new byte[3]))),
                Arguments.of(
                        "data of nothing",
                        ModelInferResponse.newBuilder()
                                .addOutputs(output("FP32"))
                                .addRawOutputContents(ByteString.copyFrom(new byte[4]))
                                .addRawOutputContents(ByteString.EMPTY)),
                Arguments.of(
                        "too much",
                        ModelInferResponse.newBuilder()
                                .addOutputs(output("FP32"))
                                .addRawOutputContents(ByteString.copyFrom(new byte[2000]))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unusable(String what, ModelInferResponse.Builder answer) {
        triton.answers(answer.build());

        InferenceException failure = Outcome.failureOf(server.infer(REQUEST));

        assertThat(failure.kind()).as(what + ": " + failure.getMessage()).isEqualTo(Kind.UNUSABLE_ANSWER);
    }

    @Test
    void theServiceTokenIsShownToTheServerAndToNobodyElse() {
        triton.fails(Status.PERMISSION_DENIED);

        assertThat(Outcome.failureOf(server.infer(REQUEST)))
                .hasMessageNotContaining("the-id")
                .hasMessageNotContaining("the-secret");
        Metadata headers = triton.headers.getFirst();
        assertThat(headers.get(Metadata.Key.of("cf-access-client-id", Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo("the-id");
        assertThat(headers.get(Metadata.Key.of("cf-access-client-secret", Metadata.ASCII_STRING_MARSHALLER)))
                .isEqualTo("the-secret");
    }

    @Test
    void whoCancelsEndsTheCall() {
        triton.becomesSilent();

        Disposable call = server.infer(REQUEST).subscribe();
        Eventually.holds(() -> assertThat(triton.inferences).hasSize(1));
        assertThat(triton.cancelled).hasValue(0);
        call.dispose();

        Eventually.holds(() -> assertThat(triton.cancelled).hasValue(1));
    }

    @Test
    void whoIsNotThereIsUnavailable() {
        triton.close();

        assertThat(Outcome.failureOf(server.infer(REQUEST)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void aSchemeChoosesGrpcAndWhatIsLateOrUnavailableIsAskedAgain() {
        triton.becomesSilent();
        try (ResilientServer patient = ResilientServer.of(
                settings.with(new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(10)))
                        .with(new Retries(1, Duration.ofMillis(10), Duration.ofMillis(10))))) {
            assertThat(Outcome.failureOf(patient.infer(REQUEST)).kind()).isEqualTo(Kind.UNAVAILABLE);
        }
        assertThat(triton.inferences).hasSize(2);
    }

    private static InferOutputTensor.Builder output(String type) {
        return InferOutputTensor.newBuilder().setName("score").setDatatype(type).addShape(1);
    }

    private static ModelMetadataResponse metadata() {
        return ModelMetadataResponse.newBuilder()
                .setName("ner")
                .addInputs(TensorMetadata.newBuilder()
                        .setName("text")
                        .setDatatype("BYTES")
                        .addShape(-1)
                        .addShape(1))
                .addOutputs(TensorMetadata.newBuilder()
                        .setName("score")
                        .setDatatype("FP32")
                        .addShape(-1)
                        .addShape(1))
                .build();
    }

    private static ModelConfigResponse config() {
        return ModelConfigResponse.newBuilder()
                .setConfig(ModelConfig.newBuilder()
                        .setMaxBatchSize(8)
                        .putParameters(
                                "labels",
                                ModelParameter.newBuilder()
                                        .setStringValue("A,B")
                                        .build()))
                .build();
    }

    private static List<Long> shape(JsonNode tensor) {
        return tensor.path("shape")
                .valueStream()
                .map(dimension -> Long.valueOf(dimension.asString()))
                .toList();
    }

    private static ByteString bytes(JsonNode base64) {
        return ByteString.copyFrom(Base64.getDecoder().decode(base64.asString()));
    }
}
