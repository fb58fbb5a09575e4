package io.oceanid.sink.history;

import static io.oceanid.sink.testing.Webhooks.annotationUpdated;
import static io.oceanid.sink.testing.Webhooks.annotationsDeleted;
import static io.oceanid.sink.testing.Webhooks.event;
import static io.oceanid.sink.testing.Webhooks.projectDeleted;
import static io.oceanid.sink.testing.Webhooks.taskCreated;
import static io.oceanid.sink.testing.Webhooks.tasksDeleted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import io.oceanid.events.json.EventJson;
import io.oceanid.sink.store.Origin;
import io.oceanid.sink.testing.SinkParts;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTest {

    private static final String WEBHOOK = """
        {"action": "ANNOTATION_UPDATED",
         "annotation": {"id": 7, "task": 1, "project": 1, "created_at": "2026-11-23T00:00:10Z",
                        "updated_at": "2026-11-23T00:00:20Z", "was_cancelled": false, "result": []},
         "project": {"id": 1}}
        """;

    private final TestDatabase database = TestDatabase.create();
    private final TestSink sink = TestSink.start(database.url());
    private final SinkParts parts = SinkParts.on(database);

    @BeforeEach
    void empty() {
        database.empty();
    }

    @AfterAll
    void stop() {
        sink.close();
        parts.close();
    }

    @Test
    void everyEventIsToldWithItsWayAndWhatItDid() {
        sink.post("/webhook", WEBHOOK.getBytes(UTF_8));
        post(annotationUpdated(7, 10, 40, "[]"));
        store(Origin.RECONCILE, annotationUpdated(7, 10, 30, "[]"));

        JsonNode history = history(7);

        assertThat(told(history, "origin", "effect", "about"))
                .containsExactly("reconcile stale annotation", "event set annotation", "webhook set annotation");
        assertThat(told(history, "updatedAt", "time"))
                .containsExactly(
                        "2026-11-23T00:00:30Z 2026-11-23T00:00:30Z",
                        "2026-11-23T00:00:40Z 2026-11-23T00:00:40Z",
                        "2026-11-23T00:00:20Z 2026-11-23T00:00:20Z");
        assertThat(history.path("task").asLong()).isEqualTo(1);
        assertThat(history.path("project").asLong()).isEqualTo(1);
        assertThat(history.path("updatedAt").asString()).isEqualTo("2026-11-23T00:00:40Z");
        assertThat(history.path("deletedAt").isNull()).isTrue();
        assertThat(history.path("prediction").isNull()).isTrue();
        assertThat(history.path("more").asBoolean()).isFalse();
    }

    @Test
    void anEventIsNamedAsItWasSentAndReceivedWhenItCame() {
        CloudEvent event = annotationUpdated(7, 10, 20, "[]");
        Instant before = Instant.now().minusSeconds(1);

        post(event);

        JsonNode told = history(7).at("/events/0");
        assertThat(told.path("source").asString()).isEqualTo(event.getSource().toString());
        assertThat(told.path("id").asString()).isEqualTo(event.getId());
        assertThat(told.path("type").asString()).isEqualTo(event.getType());
        assertThat(Instant.parse(told.path("receivedAt").asString())).isBetween(before, Instant.now());
    }

    @Test
    void aRepeatAddsNothingByWhateverWayItComes() {
        sink.post("/webhook", WEBHOOK.getBytes(UTF_8));
        post(annotationUpdated(7, 10, 20, "[]"));
        store(Origin.RECONCILE, annotationUpdated(7, 10, 20, "[]"), annotationUpdated(7, 10, 20, "[]"));
        post(annotationsDeleted(50, 7));
        post(annotationsDeleted(50, 7));

        assertThat(told(history(7), "origin", "effect")).containsExactly("event deleted", "webhook set");
    }

    @Test
    void ofSeveralStatesCommittedTogetherTheNewestIsTheOneThatWasSet() {
        store(
                Origin.EVENT,
                annotationUpdated(7, 10, 20, "[]"),
                annotationUpdated(7, 10, 40, "[]"),
                annotationUpdated(7, 10, 30, "[]"));

        assertThat(told(history(7), "effect", "updatedAt"))
                .containsExactly(
                        "set 2026-11-23T00:00:40Z", "stale 2026-11-23T00:00:30Z", "stale 2026-11-23T00:00:20Z");
    }

    @Test
    void deletionsAreToldTheLaterOneAsTheOneThatHolds() {
        store(Origin.EVENT, annotationUpdated(7, 10, 20, "[]"));
        store(Origin.EVENT, annotationsDeleted(50, 7, 8));
        store(Origin.EVENT, annotationsDeleted(40, 7, 9));

        JsonNode history = history(7);

        assertThat(told(history, "effect", "time"))
                .containsExactly(
                        "stale 2026-11-23T00:00:40Z", "deleted 2026-11-23T00:00:50Z", "set 2026-11-23T00:00:20Z");
        assertThat(history.path("deletedAt").asString()).isEqualTo("2026-11-23T00:00:50Z");
        assertThat(told(history(8), "effect")).containsExactly("deleted");
        assertThat(history(8).path("updatedAt").isNull()).isTrue();
    }

    @Test
    void theDeletionOfItsTaskOrProjectIsToldToo() {
        store(Origin.EVENT, annotationUpdated(7, 10, 20, "[]"));
        store(Origin.EVENT, tasksDeleted(50, 1));
        store(Origin.EVENT, projectDeleted(60, 1));
        store(Origin.EVENT, annotationUpdated(8, 10, 20, "[]"));

        assertThat(told(history(7), "about", "effect"))
                .containsExactly("project deleted", "task deleted", "annotation set");
        assertThat(told(history(8), "about", "effect"))
                .containsExactly("annotation set", "project deleted", "task deleted");
    }

    @Test
    void theDeletionOfAnEarlierOwnerOfTheTasksIdIsNotItsOwn() {
        store(Origin.EVENT, taskCreated(1, 1, 10), tasksDeleted(20, 1));
        store(Origin.EVENT, annotationUpdated(7, 30, 40, "[]"));

        assertThat(told(history(7), "about")).containsExactly("annotation");
    }

    @Test
    void thePredictionItWasMadeFromIsTold() {
        store(Origin.WEBHOOK, event(0, WEBHOOK.replace("\"task\": 1", "\"task\": 1, \"parent_prediction\": 5")));

        assertThat(history(7).path("prediction"))
                .isEqualTo(EventJson.read("{\"id\": 5, \"modelVersion\": null, \"score\": null}"));

        database.execute("insert into oceanid.prediction (id, model_version, score, result) values"
                + " (5, 'ner-7', 0.75, '[]')");
        assertThat(history(7).path("prediction"))
                .isEqualTo(EventJson.read("{\"id\": 5, \"modelVersion\": \"ner-7\", \"score\": 0.75}"));
    }

    @Test
    void ofManyEventsTheLastAreTold() {
        store(
                Origin.EVENT,
                IntStream.rangeClosed(1, Histories.MOST + 1)
                        .mapToObj(second -> annotationUpdated(7, 0, second, "[]"))
                        .toArray(CloudEvent[]::new));

        JsonNode history = history(7);

        assertThat(history.path("events").size()).isEqualTo(Histories.MOST);
        assertThat(history.at("/events/0/effect").asString()).isEqualTo("set");
        assertThat(history.path("more").asBoolean()).isTrue();
    }

    @Test
    void anAnnotationThatNobodyToldOfIsNotFound() {
        AnswerAssert.assertThat(answerTo("GET", "/annotations/7/history"))
                .isProblem(404)
                .saying("annotation 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "9999999999999999999"})
    void whatIsNoIdIsRefused(String id) {
        AnswerAssert.assertThat(answerTo("GET", "/annotations/" + id + "/history"))
                .isProblem(400)
                .naming("id");
    }

    @Test
    void whetherThereIsOneCanBeAsked() {
        store(Origin.EVENT, annotationUpdated(7, 10, 20, "[]"));

        assertThat(answerTo("HEAD", "/annotations/7/history").status()).isEqualTo(200);
    }

    private static RawHttp.Answer exchange(int port, String method, String target) {
        return RawHttp.exchange(
                port,
                RawRequest.of(method, target).header("Connection", "close").end());
    }

    private RawHttp.Answer answerTo(String method, String target) {
        return exchange(sink.port(), method, target);
    }

    private void post(CloudEvent event) {
        HttpMessage message = CloudEventCodec.encodeBinary(event);
        assertThat(sink.post("/", message.headers(), message.body()).statusCode())
                .isEqualTo(204);
    }

    private void store(Origin origin, CloudEvent... events) {
        parts.intake().accept(List.of(events), origin).block();
    }

    private JsonNode history(long annotation) {
        HttpResponse<String> answer = sink.get("/annotations/" + annotation + "/history");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return EventJson.read(answer.body());
    }

    private static List<String> told(JsonNode history, String... members) {
        return history.path("events").values().stream()
                .map(event -> String.join(
                        " ",
                        List.of(members).stream()
                                .map(member -> event.path(member).asString())
                                .toList()))
                .toList();
    }
}
