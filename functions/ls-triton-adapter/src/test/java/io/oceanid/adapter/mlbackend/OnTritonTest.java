package io.oceanid.adapter.mlbackend;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.testing.FakeAnswer;
import io.oceanid.adapter.testing.Recorded;
import io.oceanid.adapter.testing.TestAdapter;
import io.oceanid.adapter.testing.ToyTriton;
import io.oceanid.events.json.EventJson;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp.Answer;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An adapter whose models are on a Triton. */
class OnTritonTest {

    private static final Recorded PREDICT = Recorded.of("predict-ml-task-opened-calls-predict");

    @AutoClose
    private final ToyTriton triton = ToyTriton.start()
            .texts(8, text -> "[{\"start\":0,\"end\":2,\"label\":\"VESSEL\",\"text\":\"MV\",\"score\":0.6}]");

    @Test
    void setupAnswersTheModelWithoutAskingAnybody() {
        triton.close();
        try (TestAdapter adapter = adapter()) {
            assertThat(version(setup(adapter, ""))).isEqualTo(ToyTriton.TEXTS);
            assertThat(adapter.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsPredictedHasTheVersionThatSetupAnswered() {
        try (TestAdapter adapter = adapter("--MODEL_VERSION=ner-7")) {
            assertThat(version(setup(adapter, ""))).isEqualTo("ner-7");

            JsonNode answer = json(adapter.post("/predict", PREDICT.body()));

            assertThat(answer.path("model_version").asString()).isEqualTo("ner-7");
            assertThat(answer.path("results").path(0).path("model_version").asString())
                    .isEqualTo("ner-7");
            assertThat(answer.path("results").path(0).path("result")).hasSize(1);
        }
    }

    @Test
    void aProjectMayWishAnotherModelAndThreshold() {
        try (TestAdapter adapter = adapter("--MODEL_VERSION=ner-7")) {
            assertThat(version(setup(adapter, "{\"threshold\":0.7}"))).isEqualTo("ner-7");
            assertThat(json(adapter.post("/predict", PREDICT.body()))
                            .path("results")
                            .path(0)
                            .path("result"))
                    .isEmpty();

            assertThat(version(setup(adapter, "{\"model\":\"other\"}"))).isEqualTo("other");
            AnswerAssert.assertThat(adapter.post("/predict", PREDICT.body()))
                    .isProblem(404)
                    .naming("extra_params.model")
                    .saying("other");

            assertThat(version(setup(adapter, ""))).isEqualTo("ner-7");
            assertThat(json(adapter.post("/predict", PREDICT.body()))
                            .path("results")
                            .path(0)
                            .path("result"))
                    .hasSize(1);
        }
    }

    @Test
    void aDirectCallerMayNameAModel() {
        ObjectNode body = (ObjectNode) PREDICT.body().deepCopy();
        body.putObject("params").put("model", "nope");
        try (TestAdapter adapter = adapter()) {
            AnswerAssert.assertThat(adapter.post("/predict", body))
                    .isProblem(404)
                    .naming("params.model");
        }
    }

    @Test
    void aTritonThatIsAwayIsToBeAskedAgain() {
        try (TestAdapter adapter = adapter("--oceanid.adapter.patience=2s")) {
            triton.close();

            Answer answer = adapter.post("/predict", PREDICT.body());

            AnswerAssert.assertThat(answer)
                    .isProblem(503)
                    .hasHeader("retry-after", "5")
                    .saying(ToyTriton.TEXTS);
        }
    }

    @Test
    void anAnswerThatIsNoneOfKServesIsABadGateway() {
        triton.fake().on("/v2/models/" + ToyTriton.TEXTS, FakeAnswer.json("{\"nonsense\":"));
        try (TestAdapter adapter = adapter()) {
            AnswerAssert.assertThat(adapter.post("/predict", PREDICT.body()))
                    .isProblem(502)
                    .saying(ToyTriton.TEXTS);
        }
    }

    @Test
    void whereTheyMayTheRulesAnswerUnderTheirOwnNameWhileTritonIsLeftAlone() {
        try (TestAdapter adapter = adapter("--oceanid.adapter.fallback=true", "--oceanid.adapter.patience=1s")) {
            triton.close();
            for (int i = 0; i < 30 && !version(setup(adapter, "")).equals("rules-1"); i++) {
                adapter.post("/predict", PREDICT.body());
            }

            assertThat(version(setup(adapter, ""))).isEqualTo("rules-1");
            JsonNode prediction = json(adapter.post("/predict", PREDICT.body()))
                    .path("results")
                    .path(0);
            assertThat(prediction.path("model_version").asString()).isEqualTo("rules-1");
            assertThat(prediction.path("result").size()).isGreaterThan(3);
        }
    }

    private TestAdapter adapter(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "--TRITON_BASE_URL=" + triton.url();
        all[settings.length + 1] = "--DEFAULT_MODEL=" + ToyTriton.TEXTS;
        return TestAdapter.start(all);
    }

    private static Answer setup(TestAdapter adapter, String extraParams) {
        ObjectNode body = (ObjectNode) Recorded.of("setup").body().deepCopy();
        body.remove("extra_params");
        // the project of the recorded predict call
        body.put("project", "8.1795427032");
        if (!extraParams.isEmpty()) {
            body.set("extra_params", EventJson.read(extraParams));
        }
        return adapter.post("/setup", body);
    }

    private static String version(Answer setup) {
        return json(setup).path("model_version").asString();
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return EventJson.read(answer.body());
    }
}
