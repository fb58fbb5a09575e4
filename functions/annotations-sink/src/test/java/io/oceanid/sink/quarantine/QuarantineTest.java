package io.oceanid.sink.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarantineTest {

    private static final String DELETION =
            "{\"action\": \"TASKS_DELETED\", \"tasks\": [{\"id\": 5}], \"project\": {\"id\": 1}}";

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink =
            TestSink.start(database.url(), "--oceanid.quarantine.replay-batch=3", "--oceanid.quarantine.refresh=100ms");

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void aDeadLetterIsRunAgainOnce() {
        letters(SentEvent.annotation(42, "Fähre"));

        assertThat(replay("")).isEqualTo(outcome(1, 0, 0));
        assertThat(replay("")).isEqualTo(outcome(0, 0, 0));

        assertThat(database.rows("select id, origin, time::text from oceanid.inbox"))
                .containsExactly(Map.of("id", "annotation-42", "origin", "event", "time", "2026-01-02 03:04:06+00"));
        assertThat(database.value("select text from oceanid.region")).isEqualTo("Fähre");
        assertThat(database.rows("select tries, replayed_at is not null as replayed from oceanid.quarantine"))
                .containsExactly(Map.of("tries", "1", "replayed", "t"));
    }

    @Test
    void whatFailsAgainStaysWithItsNewReasonAndItsTries() {
        letters(new SentEvent("ping", "dev.knative.sources.ping", "{}"), SentEvent.annotation(42, "Fähre"));

        assertThat(replay("")).isEqualTo(outcome(1, 1, 1));
        assertThat(replay("")).isEqualTo(outcome(0, 1, 1));

        assertThat(database.rows("select event_id, reason, tries from oceanid.quarantine where replayed_at is null"))
                .containsExactly(Map.of(
                        "event_id",
                        "ping",
                        "reason",
                        "type is none of the catalogue: dev.knative.sources.ping",
                        "tries",
                        "2"));
    }

    @Test
    void aWebhookThatCanBeReadByNowIsRunAgainAsOfWhenItCame() {
        keep(DELETION, "2026-11-23T00:00:50Z");

        assertThat(replay("")).isEqualTo(outcome(1, 0, 0));

        assertThat(database.rows("select type, origin, time::text from oceanid.inbox"))
                .containsExactly(Map.of(
                        "type",
                        "io.oceanid.labelstudio.tasks.deleted.v1",
                        "origin",
                        "webhook",
                        "time",
                        "2026-11-23 00:00:50+00"));
        assertThat(database.value("select tombstone_at::text from oceanid.task where id = 5"))
                .isEqualTo("2026-11-23 00:00:50+00");
    }

    @Test
    void aWebhookThatStillCannotBeReadStays() {
        sink.post("/webhook", "no JSON".getBytes(UTF_8));

        assertThat(replay("")).isEqualTo(outcome(0, 1, 1));
        assertThat(database.value("select reason from oceanid.quarantine")).contains("the webhook is not JSON");
    }

    @Test
    void anActionThatIsKnownByNowIsTranslatedAnew() {
        sink.post("/webhook", "{\"action\": \"COFFEE_MADE\", \"cups\": 1}".getBytes(UTF_8));

        assertThat(replay("")).isEqualTo(outcome(0, 1, 1));
        assertThat(database.value("select reason from oceanid.quarantine")).contains("COFFEE_MADE is not known");

        database.execute("update oceanid.quarantine set bytes = convert_to("
                + "jsonb_set(convert_from(bytes, 'UTF8')::jsonb, '{body}', '" + DELETION + "')::text, 'UTF8')");
        assertThat(replay("")).isEqualTo(outcome(1, 0, 0));
        assertThat(database.rows("select id from oceanid.task where deleted_at is not null"))
                .containsExactly(Map.of("id", "5"));
    }

    @Test
    void whatPostgresqlRefusedIsTheSameEventWhenItIsRunAgain() {
        SentEvent event = SentEvent.annotation(42, "\"x\"", 1, "1e200000");
        assertThat(RawHttp.exchange(
                                sink.port(),
                                event.binary()
                                        .header("ce-subject", "annotations/42")
                                        .body(event.data()))
                        .status())
                .isEqualTo(204);

        assertThat(replay("")).isEqualTo(outcome(0, 1, 1));
        assertThat(database.value("select reason from oceanid.quarantine")).startsWith("PostgreSQL refuses it: 22003");
        assertThat(database.count("inbox")).isZero();

        database.execute("update oceanid.quarantine set bytes ="
                + " convert_to(replace(convert_from(bytes, 'UTF8'), 'E+200000', ''), 'UTF8')");
        assertThat(replay("")).isEqualTo(outcome(1, 0, 0));
        assertThat(database.rows("select source, id, type, subject, origin, time::text from oceanid.inbox"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsExactly(
                                SentEvent.SOURCE,
                                event.id(),
                                event.type(),
                                "annotations/42",
                                "event",
                                "2026-01-02 03:04:06+00"));
    }

    @Test
    void whatFailsKeepsNothingFromItsTurn() {
        letters(
                new SentEvent("a", "org.example.any", "{}"),
                new SentEvent("b", "org.example.any", "{}"),
                new SentEvent("c", "org.example.any", "{}"),
                SentEvent.annotation(42, "Fähre"));

        assertThat(replay("")).isEqualTo(outcome(0, 3, 4));
        assertThat(replay("")).isEqualTo(outcome(1, 2, 3));
    }

    @Test
    void oneCanBeRunAloneByItsId() {
        letters(SentEvent.annotation(42, "Fähre"), SentEvent.annotation(43, "Fähre"));
        String id = database.value("select max(id) from oceanid.quarantine");

        assertThat(replay("?id=" + id)).isEqualTo(outcome(1, 0, 1));
        assertThat(replay("?id=" + id)).isEqualTo(outcome(0, 0, 1));

        assertThat(database.rows("select id from oceanid.annotation")).containsExactly(Map.of("id", "43"));
    }

    @Test
    void severalAtOnceRunEachOnce() {
        letters(LongStream.rangeClosed(1, 12)
                .mapToObj(id -> SentEvent.annotation(id, "Fähre"))
                .toArray(SentEvent[]::new));

        List<CompletableFuture<JsonNode>> replays = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> replay("")))
                .limit(8)
                .toList();

        assertThat(replays.stream()
                        .map(CompletableFuture::join)
                        .mapToInt(outcome -> outcome.path("replayed").asInt()
                                + 1_000 * outcome.path("failed").asInt())
                        .sum())
                .isEqualTo(12
                        - database.rows("select id from oceanid.quarantine where replayed_at is null")
                                .size());
        while (replay("").path("left").asInt() > 0) {
            assertThat(database.count("inbox")).isLessThan(12);
        }
        assertThat(database.count("annotation")).isEqualTo(12);
        assertThat(database.value("select max(tries) from oceanid.quarantine")).isEqualTo("1");
    }

    @Test
    void whatWaitsIsListedPageByPageWithoutItsBytes() {
        letters(SentEvent.annotation(42, "Fähre"), new SentEvent("b", "org.example.any", "{}"));
        keep(DELETION, "2026-11-23T00:00:50Z");
        replay("?id=" + database.value("select min(id) from oceanid.quarantine"));

        JsonNode first = page("?limit=1");
        JsonNode second = page("?limit=1&after=" + first.path("next").asString());

        assertThat(first.path("waiting").size()).isEqualTo(1);
        JsonNode letter = first.at("/waiting/0");
        assertThat(letter.propertyNames())
                .containsExactly(
                        "id",
                        "receivedAt",
                        "reason",
                        "source",
                        "eventId",
                        "type",
                        "errorDestination",
                        "errorCode",
                        "tries",
                        "triedAt");
        assertThat(letter.path("eventId").asString()).isEqualTo("b");
        assertThat(letter.path("type").asString()).isEqualTo("org.example.any");
        assertThat(letter.path("tries").asInt()).isZero();
        assertThat(letter.path("triedAt").isNull()).isTrue();
        assertThat(second.at("/waiting/0/receivedAt").asString()).isEqualTo("2026-11-23T00:00:50Z");
        assertThat(second.at("/waiting/0/type").isNull()).isTrue();
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(page(""))
                .isEqualTo(EventJson.read("{\"waiting\": [%s, %s], \"next\": null}"
                        .formatted(EventJson.text(letter), EventJson.text(second.at("/waiting/0")))));
    }

    @Test
    void howManyWaitIsMeasured() {
        letters(SentEvent.annotation(42, "Fähre"), SentEvent.annotation(43, "Fähre"));
        Eventually.holds(
                () -> assertThat(sink.gauge("oceanid.quarantine.waiting")).isEqualTo(2));

        replay("");
        Eventually.holds(
                () -> assertThat(sink.gauge("oceanid.quarantine.waiting")).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "after=-1"})
    void aPageThatMakesNoSenseIsRefused(String query) {
        AnswerAssert.assertThat(RawHttp.exchange(
                        sink.port(),
                        RawRequest.of("GET", "/quarantine?" + query).end()))
                .isProblem(400)
                .naming(query.split("=", 2)[0]);
    }

    @Test
    void anIdThatIsNoneIsRefusedAndOneThatNobodyHasIsNotFound() {
        AnswerAssert.assertThat(RawHttp.exchange(
                        sink.port(), RawRequest.post("/quarantine/replay?id=x").end()))
                .isProblem(400)
                .naming("id");
        AnswerAssert.assertThat(RawHttp.exchange(
                        sink.port(),
                        RawRequest.post("/quarantine/replay?id=999999").end()))
                .isProblem(404)
                .naming("id");
    }

    private void letters(SentEvent... events) {
        String batch = Stream.of(events).map(SentEvent::envelope).collect(Collectors.joining(",", "[", "]"));
        HttpResponse<String> answer = sink.post(
                "/deadletters", Map.of("Content-Type", "application/cloudevents-batch+json"), batch.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** As a sink that could not read it would have. */
    private void keep(String webhook, String receivedAt) {
        database.execute("insert into oceanid.quarantine (digest, reason, bytes, received_at) values"
                + " ('\\x01', 'the webhook is not JSON', convert_to('" + webhook + "', 'UTF8'), '" + receivedAt + "')");
    }

    private JsonNode replay(String query) {
        HttpResponse<String> answer = sink.post("/quarantine/replay" + query, Map.of(), new byte[0]);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return EventJson.read(answer.body());
    }

    private JsonNode page(String query) {
        return EventJson.read(sink.get("/quarantine" + query).body());
    }

    private static JsonNode outcome(int replayed, int failed, int left) {
        return EventJson.read("{\"replayed\": %d, \"failed\": %d, \"left\": %d}".formatted(replayed, failed, left));
    }
}
