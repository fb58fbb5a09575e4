package io.oceanid.adapter.kserve;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.adapter.kserve.InferenceServerSettings.Transfer;
import io.oceanid.adapter.testing.FakeAnswer;
import io.oceanid.adapter.testing.FakeTriton;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HttpFailureTest {

    private static final String OUTPUT = "{\"outputs\":[{\"name\":\"logits\",\"datatype\":\"%s\",\"shape\":%s%s}]}";
    private static final FakeAnswer RIGHT = FakeAnswer.floats("logits", List.of(1L, 2L), 1, 2);

    private final FakeTriton triton = FakeTriton.start();
    private final HttpInferenceServer server = new HttpInferenceServer(
            InferenceServerSettings.of(triton.url(), null, null).with(new Transfer(0, 100_000)));

    @AfterEach
    void close() {
        server.close();
        triton.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, UNAVAILABLE",
        "403, UNAVAILABLE",
        "404, UNKNOWN_MODEL",
        "405, REFUSED",
        "408, UNAVAILABLE",
        "413, REFUSED",
        "429, UNAVAILABLE",
        "500, MODEL_FAILED",
        "501, MODEL_FAILED",
        "502, UNAVAILABLE",
        "503, UNAVAILABLE",
        "504, UNAVAILABLE",
        "204, UNUSABLE_ANSWER"
    })
    void aStatusTellsWhoIsAtFault(int status, Kind kind) {
        assertThat(failure(FakeAnswer.error(status, "as it is")).kind()).isEqualTo(kind);
    }

    @Test
    void aDenialIsCalledOneAndItsPageIsNotRepeated() {
        InferenceException failure =
                failure(FakeAnswer.of(403, "text/html", "<html><title>Cloudflare Access</title></html>"));

        assertThat(failure).hasMessage("model ner: access was denied with status 403");
    }

    @Test
    void aRedirectToALoginIsADenialAndItsTokenIsNotRepeated() {
        InferenceException failure = failure(
                FakeAnswer.of(302, "text/html", "").with("Location", "https://login.example.org/sign-in?token=abc123"));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure).hasMessage("model ner: access was denied: status 302 sends to login.example.org");
    }

    @Test
    void anErrorIsOneLineOfBoundedLength() {
        InferenceException failure = failure(FakeAnswer.error(400, "first\n\tsecond\u001b[31m" + "x".repeat(5000)));

        assertThat(failure.getMessage())
                .startsWith("model ner: status 400: first second [31mxxx")
                .hasSizeLessThan(500)
                .doesNotContainPattern("\\p{Cntrl}");
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("a web page", FakeAnswer.of(200, "text/html", "<html>Welcome</html>")),
                Arguments.of("nothing", FakeAnswer.json("")),
                Arguments.of("no outputs", FakeAnswer.json("{}")),
                Arguments.of("a list", FakeAnswer.json("[]")),
                Arguments.of("cut JSON", FakeAnswer.json("{\"outputs\":[{\"name\"")),
                Arguments.of("an unknown type", json("FP8", "[1]", ",\"data\":[1]")),
                Arguments.of("no data", json("FP32", "[1]", "")),
                Arguments.of("a text for a number", json("FP32", "[1]", ",\"data\":[\"1\"]")),
                Arguments.of("a number for a text", json("BYTES", "[1]", ",\"data\":[1]")),
                Arguments.of("NaN", json("FP32", "[1]", ",\"data\":[NaN]")),
                Arguments.of("too few values", json("FP32", "[1,2]", ",\"data\":[1]")),
                Arguments.of("too many values", json("FP32", "[1,2]", ",\"data\":[[1,2],[3]]")),
                Arguments.of("a number beyond its type", json("INT8", "[1]", ",\"data\":[128]")),
                Arguments.of("a number below its type", json("UINT8", "[1]", ",\"data\":[-1]")),
                Arguments.of("a number beyond all", json("INT64", "[1]", ",\"data\":[9223372036854775808]")),
                Arguments.of("a negative dimension", json("FP32", "[-1]", ",\"data\":[1]")),
                Arguments.of("a dimension that is none", json("FP32", "[\"1\"]", ",\"data\":[1]")),
                Arguments.of("a shape that is none", json("FP32", "1", ",\"data\":[1]")),
                Arguments.of(
                        "a size that overflows", json("FP32", "[4294967296,4294967296,4294967296]", ",\"data\":[]")),
                Arguments.of("the wrong shape", binary("FP32", "[1,3]", 8, 8)),
                Arguments.of("less than announced", binary("FP32", "[1,2]", 8, 7)),
                Arguments.of("more than announced", binary("FP32", "[1,2]", 8, 9)),
                Arguments.of("a negative size", binary("FP32", "[1,2]", -8, 8)),
                Arguments.of("a huge size", binary("FP32", "[536870911]", 2147483644, 8)),
                Arguments.of("an element longer than the rest", binary("BYTES", "[1]", 4, new byte[] {9, 0, 0, 0})),
                Arguments.of("an element of negative length", binary("BYTES", "[1]", 4, new byte[] {0, 0, 0, -128})),
                Arguments.of("half a length", binary("BYTES", "[1]", 3, new byte[3])),
                Arguments.of("a head beyond the body", RIGHT.with("Inference-Header-Content-Length", "100000")),
                Arguments.of("a negative head", RIGHT.with("Inference-Header-Content-Length", "-1")),
                Arguments.of("a head that is no number", RIGHT.with("Inference-Header-Content-Length", "x")),
                Arguments.of("another output", FakeAnswer.floats("scores", List.of(1L), 1)),
                Arguments.of("the end in the middle", RIGHT.cutInTheMiddle()),
                Arguments.of("an encoding that nobody knows", RIGHT.with("Content-Encoding", "br")),
                Arguments.of("gzip that is none", RIGHT.with("Content-Encoding", "gzip")),
                Arguments.of("too much", FakeAnswer.floats("logits", List.of(25_001L), new float[25_001])),
                Arguments.of(
                        "too much once inflated",
                        FakeAnswer.floats("logits", List.of(25_001L), new float[25_001])
                                .gzipped()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void anAnswerThatIsNoneIsUnusable(String what, FakeAnswer answer) {
        InferenceException failure = failure(answer);

        assertThat(failure.kind()).as(what + ": " + failure.getMessage()).isEqualTo(Kind.UNUSABLE_ANSWER);
        assertThat(failure).hasMessageStartingWith("model ner: ");
    }

    @Test
    void whoHangsUpBeforeTheAnswerIsUnavailable() {
        assertThat(failure(FakeAnswer.none()).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure(RIGHT.cutAfter(10)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void whoIsNotThereIsUnavailable() {
        triton.close();

        assertThat(failure(RIGHT).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void whoSpeaksNoTlsIsUnavailableOverIt() {
        try (HttpInferenceServer secure = new HttpInferenceServer(
                InferenceServerSettings.of(triton.url().replace("http:", "https:"), null, null))) {
            InferenceException failure = Outcome.failureOf(secure.describe("ner"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @Test
    void anErrorThatIsCutOffIsStillTheErrorOfItsStatus() {
        assertThat(failure(FakeAnswer.error(400, "too long").cutInTheMiddle()).kind())
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void bytesThatAreNoTextAreRefusedWhereOnlyJsonIsKnown() {
        triton.on("/v2", FakeAnswer.error(404, "Not Found"));
        Tensor image = Tensor.ofElements("image", List.of(1L), List.of(new byte[] {-1, -2}));

        InferenceException failure =
                Outcome.failureOf(server.infer(new InferRequest("ner", List.of(image), List.of())));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(triton.requests()).isEmpty();
    }

    private InferenceException failure(FakeAnswer answer) {
        triton.infers("ner", answer);
        return Outcome.failureOf(server.infer(new InferRequest(
                "ner",
                List.of(Tensor.ofIntegers("input_ids", DataType.INT64, List.of(1L, 2L), new int[] {1, 2})),
                List.of("logits"))));
    }

    private static FakeAnswer json(String type, String shape, String more) {
        return FakeAnswer.json(OUTPUT.formatted(type, shape, more));
    }

    private static FakeAnswer binary(String type, String shape, int announced, int sent) {
        return binary(type, shape, announced, new byte[sent]);
    }

    private static FakeAnswer binary(String type, String shape, int announced, byte[] sent) {
        return FakeAnswer.binary(
                OUTPUT.formatted(type, shape, ",\"parameters\":{\"binary_data_size\":" + announced + "}"), sent);
    }
}
