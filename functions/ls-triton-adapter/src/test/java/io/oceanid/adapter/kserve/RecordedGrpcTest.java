package io.oceanid.adapter.kserve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import inference.ModelInferRequest;
import inference.ModelInferRequest.InferInputTensor;
import inference.ModelInferResponse;
import inference.ModelInferResponse.InferOutputTensor;
import io.grpc.Status;
import io.oceanid.adapter.kserve.InferenceException.Kind;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RecordedGrpcTest {

    private static final Tensor TEXT = Tensor.ofTexts("text", List.of(1L, 1L), List.of("x"));

    private final FakeGrpcServer triton = FakeGrpcServer.start();
    private final GrpcInferenceServer server =
            new GrpcInferenceServer(InferenceServerSettings.of(triton.url(), null, null));

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

        InferenceException failure = Outcome.failureOf(server.infer(new InferRequest("ner", List.of(TEXT), List.of())));

        assertThat(failure.kind())
                .isEqualTo(
                        switch (code) {
                            case NOT_FOUND -> Kind.UNKNOWN_MODEL;
                            case INVALID_ARGUMENT -> Kind.REFUSED;
                            default -> Kind.MODEL_FAILED;
                        });
        assertThat(failure).hasMessage("model ner: " + code + ": " + OneLine.of(said));
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
