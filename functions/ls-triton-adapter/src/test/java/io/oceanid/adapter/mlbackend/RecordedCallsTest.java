package io.oceanid.adapter.mlbackend;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.testing.Recorded;
import io.oceanid.adapter.testing.TestAdapter;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.text.CodePoints;
import io.oceanid.support.testing.RawHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every kind of call that Label Studio makes, as recorded, answered by an adapter with the embedded rules. */
@TestInstance(Lifecycle.PER_CLASS)
class RecordedCallsTest {

    private static final List<String> LABELS =
            List.of("VESSEL", "HS_CODE", "PORT", "COMMODITY", "IMO", "FLAG", "RISK_LEVEL", "DATE");

    @AutoClose
    private final TestAdapter adapter = TestAdapter.start();

    @Test
    void healthIsUp() {
        assertThat(json(ask(Recorded.of("health")))).isEqualTo(EventJson.read("{\"ok\":true,\"status\":\"UP\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup", "reference-server-setup-empty-object"})
    void setupSaysTheModelVersion(String recording) {
        assertThat(json(ask(Recorded.of(recording)))).isEqualTo(EventJson.read("{\"model_version\":\"rules-1\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict-ml-interactive",
                "predict-ml-predict-test",
                "predict-ml-retrieve-predictions",
                "predict-ml-task-opened-calls-predict",
                "predict-variant-batch-of-3-one-missing",
                "reference-server-predict-no-tasks"
            })
    void predictHasAResultForEachTaskThatFitsTheLabelConfig(String recording) {
        Recorded call = Recorded.of(recording);

        JsonNode answer = json(ask(call));

        assertThat(answer.path("results")).hasSameSizeAs(call.body().path("tasks"));
        assertThat(answer.path("model_version").asString()).isEqualTo("rules-1");
        for (int i = 0; i < answer.path("results").size(); i++) {
            JsonNode prediction = answer.path("results").path(i);
            assertThat(prediction.path("model_version").asString()).isEqualTo("rules-1");
            assertThat(prediction.path("score").asDouble(-1)).isBetween(0.0, 1.0);
            String text =
                    call.body().path("tasks").path(i).path("data").path("text").asString();
            prediction.path("result").values().forEach(region -> assertFits(region, text));
            assertThat(prediction.path("result").values().stream()
                            .map(region -> region.path("id").asString()))
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id.length() == 10);
        }
    }

    @Test
    void predictUnderItsFormerNameIsTheSame() {
        Recorded call = Recorded.of("predict-ml-retrieve-predictions");

        assertThat(adapter.post("/predict_ls", call.body()).body())
                .isEqualTo(adapter.post("/predict", call.body()).body());
    }

    @Test
    void thePredictedSpansAreTheOnesThatARuleFinds() {
        JsonNode answer = json(ask(Recorded.of("predict-ml-task-opened-calls-predict")));

        List<String> found = new ArrayList<>();
        answer.path("results")
                .path(0)
                .path("result")
                .values()
                .forEach(region ->
                        found.add(region.path("value").path("labels").path(0).asString() + " "
                                + region.path("value").path("text").asString()));
        assertThat(found)
                .contains(
                        "VESSEL MV NORTHERN STAR", "HS_CODE 1201.90", "PORT Santos", "DATE 2024-03-01", "FLAG Liberia")
                .anyMatch(region -> region.matches("IMO .*9321483"));
    }

    @Test
    void versionsAreListed() {
        assertThat(json(ask(Recorded.of("versions-ml-versions"))).path("versions"))
                .isEqualTo(EventJson.read("[\"rules-1\"]"));
        assertThat(json(ask(Recorded.of("reference-server-versions-post"))).path("versions"))
                .isEqualTo(EventJson.read("[\"rules-1\"]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook-ml-train-START_TRAINING",
                "webhook-ml-annotation-create-ANNOTATION_CREATED",
                "webhook-ml-project-patch-label-config-PROJECT_UPDATED",
                "webhook-import-url-form-TASKS_CREATED",
                "reference-server-train-no-annotations-400",
                "reference-server-webhook-no-action-500"
            })
    void whatHappensIsHeard(String recording) {
        assertThat(json(ask(Recorded.of(recording)))).isEqualTo(EventJson.read("{\"result\":null,\"status\":\"ok\"}"));
    }

    private static void assertFits(JsonNode region, String text) {
        assertThat(region.path("from_name").asString()).isEqualTo("label");
        assertThat(region.path("to_name").asString()).isEqualTo("text");
        assertThat(region.path("type").asString()).isEqualTo("labels");
        assertThat(region.path("score").asDouble(-1)).isBetween(0.0, 1.0);
        JsonNode value = region.path("value");
        assertThat(value.path("labels")).hasSize(1);
        assertThat(LABELS).contains(value.path("labels").path(0).asString());
        assertThat(new CodePoints(text)
                        .substring(
                                value.path("start").asInt(), value.path("end").asInt()))
                .isEqualTo(value.path("text").asString());
    }

    private Answer ask(Recorded call) {
        return call.method().equals("GET") ? adapter.get(call.path()) : adapter.post(call.path(), call.body());
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        // nothing of what was sent comes back
        assertThat(answer.headers().keySet()).isSubsetOf("content-type", "content-length");
        return EventJson.read(answer.body());
    }
}
