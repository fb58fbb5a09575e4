package io.oceanid.adapter.kserve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import inference.InferTensorContents;
import inference.ModelInferResponse;
import inference.ModelInferResponse.InferOutputTensor;
import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.adapter.kserve.InferenceServerSettings.Transfer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GrpcAnswerTest {

    private static final InferRequest REQUEST =
            new InferRequest("ner", List.of(Tensor.ofTexts("text", List.of(1L, 1L), List.of("x"))), List.of("score"));

    private final FakeGrpcServer triton = FakeGrpcServer.start();
    private final GrpcInferenceServer server = new GrpcInferenceServer(
            InferenceServerSettings.of(triton.url(), null, null).with(new Transfer(0, 1000)));

    @AfterEach
    void close() {
        server.close();
        triton.close();
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
    @MethodSource("typed")
    void typedContentsAreReadAsTheBytesTheyStandFor(DataType type, InferTensorContents.Builder contents, byte[] bytes) {
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
    @MethodSource("unusable")
    void anAnswerThatIsNoneIsUnusable(String what, ModelInferResponse.Builder answer) {
        triton.answers(answer.build());

        InferenceException failure = Outcome.failureOf(server.infer(REQUEST));

        assertThat(failure.kind()).as(what + ": " + failure.getMessage()).isEqualTo(Kind.UNUSABLE_ANSWER);
    }

    private static InferOutputTensor.Builder output(String type) {
        return InferOutputTensor.newBuilder().setName("score").setDatatype(type).addShape(1);
    }
}
