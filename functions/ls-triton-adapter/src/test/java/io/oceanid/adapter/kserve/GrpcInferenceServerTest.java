package io.oceanid.adapter.kserve;

import static org.assertj.core.api.Assertions.assertThat;

import inference.ModelConfig;
import inference.ModelConfigResponse;
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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;

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
    void whoSpeaksNoTlsIsUnavailableOverIt() {
        try (GrpcInferenceServer secure = new GrpcInferenceServer(
                InferenceServerSettings.of(triton.url().replace("grpc:", "grpcs:"), null, null))) {
            assertThat(Outcome.failureOf(secure.describe("ner")).kind()).isEqualTo(Kind.UNAVAILABLE);
        }
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
}
