package io.oceanid.adapter.mlbackend;

import io.oceanid.adapter.testing.Recorded;
import io.oceanid.adapter.testing.TestAdapter;
import io.oceanid.events.json.EventJson;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class MlBackendRefusalTest {

    @AutoClose
    private final TestAdapter adapter = TestAdapter.start("--oceanid.adapter.max-body=20KB");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/predict | {} | tasks",
                "/predict | {\"tasks\":null} | tasks",
                "/predict | {\"tasks\":{}} | tasks",
                "/predict | {\"tasks\":[7]} | tasks[0]",
                "/predict | {\"tasks\":[{\"data\":\"x\"}],\"label_config\":\"<View/>\"} | tasks[0].data",
                "/predict | {\"tasks\":[{\"data\":{}}]} | label_config",
                "/predict | {\"tasks\":[{\"data\":{}}],\"label_config\":7} | label_config",
                "/predict | {\"tasks\":[{\"data\":{}}],\"label_config\":\"<View/>\"} | label_config",
                "/predict | {\"tasks\":[],\"params\":7} | params",
                "/predict | {\"tasks\":[],\"params\":{\"context\":7}} | params.context",
                "/predict | {\"tasks\":[],\"params\":{\"threshold\":7}} | params.threshold",
                "/predict | {\"tasks\":[],\"project\":8} | project",
                "/setup | {\"extra_params\":7} | extra_params",
                "/setup | {\"extra_params\":{\"model\":7}} | extra_params.model",
                "/setup | {\"extra_params\":{\"threshold\":\"high\"}} | extra_params.threshold",
                "/predict | [] | body",
                "/predict | \"tasks\" | body",
                "/predict | {\"tasks\": | body",
                "/setup | {} {} | body",
                "/setup | nonsense | body"
            })
    void whatIsWrongIsNamed(String path, String body, String field) {
        AnswerAssert.assertThat(adapter.post(path, body)).isProblem(400).naming(field);
    }

    @Test
    void aTextThatNoTaskHasIsNamed() {
        Recorded call = Recorded.of("predict-ml-task-opened-calls-predict");
        String body = EventJson.text(call.body()).replace("\"text\":\"MV", "\"body\":\"MV");

        AnswerAssert.assertThat(adapter.post("/predict", body)).isProblem(400).naming("tasks[0].data.text");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

        AnswerAssert.assertThat(RawHttp.exchange(
                        adapter.port(), RawRequest.post("/setup").body(body)))
                .isProblem(400)
                .naming("body");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        AnswerAssert.assertThat(adapter.post("/predict", "{\"x\":\"" + "x".repeat(20_480) + "\"}"))
                .isProblem(413);
        AnswerAssert.assertThat(RawHttp.exchange(
                        adapter.port(), RawRequest.post("/predict").chunked(new byte[20_481], 999)))
                .isProblem(413);
    }

    @Test
    void aCompressedBodyIsRefused() {
        RawRequest request =
                RawRequest.post("/predict").header("Content-Encoding", "gzip").body("x");

        AnswerAssert.assertThat(RawHttp.exchange(adapter.port(), request))
                .isProblem(415)
                .naming("content-encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/functionRouter",
                "/events",
                "/setup,predict",
                "/setup%7Cpredict",
                "/predict/x",
                "/mlBackend",
                "/predict_ls,setup",
                "/actuator/env",
                "/Predict",
                "/predictLs"
            })
    void nothingElseIsServed(String path) {
        AnswerAssert.assertThat(adapter.post(path, "{}")).isProblem(404);
    }

    @ParameterizedTest
    @CsvSource({"GET, /predict", "PUT, /setup", "DELETE, /versions", "POST, /health"})
    void anotherMethodIsRefused(String method, String path) {
        AnswerAssert.assertThat(RawHttp.exchange(
                        adapter.port(), RawRequest.of(method, path).end()))
                .isProblem(405);
    }
}
