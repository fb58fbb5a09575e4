package io.oceanid.sink.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementTest {

    private static final String TEXT = "🚢 MV Example left Example Port";

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink = TestSink.start(database.url());

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void aPredictionIsComparedWithItsAnnotation() {
        annotate(7, 1, span(2, 12, "VESSEL"), span(18, 30, "PORT"), span(0, 1, "EMOJI"));
        predict(1, 1, "ner-7", "00:00", span(2, 12, "VESSEL"), span(18, 25, "PORT"), span(13, 17, "PORT"));

        assertThat(agreement()).isEqualTo(EventJson.read("""
            {"project": 1, "models": [{"modelVersion": "ner-7", "tasks": 1, "annotations": 1,
              "exact": {"predicted": 3, "annotated": 3, "matched": 1, "precision": 0.3333333333333333,
                        "recall": 0.3333333333333333, "f1": 0.3333333333333333},
              "overlap": {"predicted": 3, "annotated": 3, "matched": 2, "precision": 0.6666666666666666,
                          "recall": 0.6666666666666666, "f1": 0.6666666666666666},
              "labels": [
                {"label": "EMOJI",
                 "exact": {"predicted": 0, "annotated": 1, "matched": 0, "precision": null, "recall": 0.0, "f1": 0.0},
                 "overlap": {"predicted": 0, "annotated": 1, "matched": 0, "precision": null, "recall": 0.0, "f1": 0.0}},
                {"label": "PORT",
                 "exact": {"predicted": 2, "annotated": 1, "matched": 0, "precision": 0.0, "recall": 0.0, "f1": 0.0},
                 "overlap": {"predicted": 2, "annotated": 1, "matched": 1, "precision": 0.5, "recall": 1.0,
                             "f1": 0.6666666666666666}},
                {"label": "VESSEL",
                 "exact": {"predicted": 1, "annotated": 1, "matched": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0},
                 "overlap": {"predicted": 1, "annotated": 1, "matched": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0}}
            ]}]}
            """));
    }

    @Test
    void everyAnnotationOfATaskIsComparedWithItsPrediction() {
        annotate(7, 1, span(2, 12, "VESSEL"));
        annotate(8, 1, span(2, 11, "VESSEL"));
        annotate(9, 1);
        predict(1, 1, "ner-7", "00:00", span(2, 12, "VESSEL"));

        JsonNode model = agreement().at("/models/0");

        assertThat(List.of(
                        model.path("tasks").asInt(), model.path("annotations").asInt()))
                .containsExactly(1, 3);
        assertThat(counts(model.path("exact"))).containsExactly(3, 2, 1);
        assertThat(counts(model.path("overlap"))).containsExactly(3, 2, 2);
    }

    @Test
    void versionsOfTheModelAreToldApartAndOfEachTheLatestPredictionCounts() {
        annotate(7, 1, span(2, 12, "VESSEL"));
        annotate(8, 2, span(2, 12, "VESSEL"));
        predict(2, 1, "ner-7", "00:00");
        predict(1, 1, "ner-7", "00:01", span(2, 12, "VESSEL"));
        predict(3, 1, "ner-8", "00:00");
        predict(4, 2, "ner-8", "00:00", span(2, 12, "VESSEL"));
        predict(5, 2, null, "00:00");

        JsonNode agreement = agreement();

        assertThat(told(agreement, "/modelVersion", "/tasks", "/exact/matched", "/exact/annotated"))
                .containsExactly(" 1 0 1", "ner-7 1 1 1", "ner-8 2 1 2");
        assertThat(agreement.at("/models/0/modelVersion").isNull()).isTrue();
    }

    @Test
    void whatIsSkippedDeletedOrNotPredictedIsLeftOut() {
        annotate(7, 1, span(2, 12, "VESSEL"));
        annotate(8, 2, span(2, 12, "VESSEL"));
        annotate(9, 3, span(2, 12, "VESSEL"));
        annotate(10, 4, span(2, 12, "VESSEL"));
        database.execute("update oceanid.annotation set was_cancelled = true where id = 8");
        database.execute("update oceanid.annotation set tombstone_at = now() where id = 9");
        for (int task = 1; task < 4; task++) {
            predict(task, task, "ner-7", "00:00", span(2, 12, "VESSEL"));
        }
        predict(4, 1, "ner-6", "00:00", span(2, 12, "VESSEL"));
        database.execute("update oceanid.prediction set deleted_at = now() where id = 4");

        assertThat(told(agreement(), "/modelVersion", "/tasks", "/annotations")).containsExactly("ner-7 1 1");
    }

    @Test
    void onlySpansOfTextCount() {
        annotate(7, 1, span(2, 12, "VESSEL"), span(4, 4, "VESSEL"), """
            {"id": "c", "from_name": "kind", "to_name": "text", "type": "choices", "value": {"choices": ["X"]}}\
            """, """
            {"id": "d", "from_name": "label", "to_name": "text", "type": "labels", "value": {"labels": ["VESSEL"]}}\
            """);
        predict(1, 1, "ner-7", "00:00", span(2, 12, "VESSEL"));
        database.execute("insert into oceanid.prediction (id, task, model_version, result)"
                + " values (2, 1, 'odd', '{\"no\": \"list\"}')");

        assertThat(told(agreement(), "/modelVersion", "/exact/predicted", "/exact/annotated", "/exact/matched"))
                .containsExactly("ner-7 1 1 1", "odd 0 1 0");
    }

    @Test
    void manyTasksAreReadToTheLast() {
        annotate(7, 1, span(2, 12, "VESSEL"));
        database.execute("""
            insert into oceanid.annotation (id, project, task, updated_at, was_cancelled)
            select n, 1, n, now(), false from generate_series(1001, 2000) n;
            insert into oceanid.region (annotation, ordinal, type, labels, raw)
            select n, 0, 'labels', '{VESSEL}', raw from generate_series(1001, 2000) n, oceanid.region where annotation = 7;
            insert into oceanid.prediction (id, task, model_version, result)
            select n, n, 'ner-7', jsonb_build_array(raw) from generate_series(1001, 2000) n, oceanid.region
            where annotation = 7
            """);

        assertThat(told(agreement(), "/tasks", "/exact/matched")).containsExactly("1000 1000");
    }

    @Test
    void onlyTasksOfTheNewestAnnotationsAreLookedAtWhereThatIsAskedFor() {
        for (int task = 1; task <= 3; task++) {
            annotate(task, task, span(2, 12, "VESSEL"));
            predict(task, task, "ner-7", "00:00", span(2, 12, "VESSEL"));
        }
        annotate(4, 3, span(2, 12, "VESSEL"));
        database.execute("update oceanid.annotation set tombstone_at = now() where id = 2");

        assertThat(told(agreement("?newest=3"), "/tasks", "/annotations")).containsExactly("1 2");
        assertThat(told(agreement("?newest=4"), "/tasks", "/annotations")).containsExactly("2 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-1", "1000000000"})
    void whatIsNoNumberOfAnnotationsIsRefused(String newest) {
        AnswerAssert.assertThat(answerTo("/projects/1/agreement?newest=" + newest))
                .isProblem(400)
                .naming("newest");
    }

    @Test
    void aProjectWithoutPredictionsHasNoModels() {
        annotate(7, 1, span(2, 12, "VESSEL"));

        assertThat(agreement()).isEqualTo(EventJson.read("{\"project\": 1, \"models\": []}"));
    }

    @Test
    void aProjectThatNobodyKnowsIsNotFound() {
        AnswerAssert.assertThat(answerTo("/projects/4/agreement"))
                .isProblem(404)
                .saying("project 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "9999999999999999999"})
    void whatIsNoIdIsRefused(String id) {
        AnswerAssert.assertThat(answerTo("/projects/" + id + "/agreement"))
                .isProblem(400)
                .naming("id");
    }

    private RawHttp.Answer answerTo(String target) {
        return RawHttp.exchange(sink.port(), RawRequest.of("GET", target).end());
    }

    private JsonNode agreement() {
        return agreement("");
    }

    private JsonNode agreement(String query) {
        HttpResponse<String> answer = sink.get("/projects/1/agreement" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return EventJson.read(answer.body());
    }

    private void annotate(long id, long task, String... regions) {
        String webhook = """
            {"action": "ANNOTATION_CREATED",
             "annotation": {"id": %1$d, "task": %2$d, "project": 1, "created_at": "2026-11-23T00:00:00Z",
                            "updated_at": "2026-11-23T00:00:00Z", "was_cancelled": false, "result": [%3$s]},
             "task": {"id": %2$d, "project": 1, "created_at": "2026-11-23T00:00:00Z",
                      "updated_at": "2026-11-23T00:00:00Z", "data": {"text": "%4$s"}},
             "project": {"id": 1}}
            """.formatted(id, task, String.join(",", regions), TEXT);
        assertThat(sink.post("/webhook", webhook.getBytes(UTF_8)).statusCode()).isEqualTo(204);
    }

    private void predict(long id, long task, @Nullable String version, String at, String... regions) {
        database.execute(
                """
                insert into oceanid.prediction (id, project, task, model_version, result, created_at)
                values (%d, 1, %d, %s, '[%s]', '2026-11-23T00:%sZ')
                """.formatted(id, task, version == null ? "null" : "'" + version + "'", String.join(",", regions), at));
    }

    private static String span(int start, int end, String label) {
        return """
            {"id": "%1$s%2$d", "from_name": "label", "to_name": "text", "type": "labels",
             "value": {"start": %2$d, "end": %3$d, "labels": ["%1$s"]}}\
            """.formatted(label, start, end);
    }

    private static List<Integer> counts(JsonNode score) {
        return List.of(
                score.path("predicted").asInt(),
                score.path("annotated").asInt(),
                score.path("matched").asInt());
    }

    private static List<String> told(JsonNode agreement, String... pointers) {
        return agreement.path("models").values().stream()
                .map(model -> String.join(
                        " ",
                        List.of(pointers).stream()
                                .map(pointer -> model.at(pointer).asString(""))
                                .toList()))
                .toList();
    }
}
