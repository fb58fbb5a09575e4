package io.oceanid.sink.overview;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink = TestSink.start(database.url());

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void anEmptyDatabaseHasBucketsAndNothingInThem() {
        JsonNode overview = json("/overview");

        assertThat(overview.path("events").values())
                .hasSize(48)
                .allMatch(event -> event.path("count").asInt() == 0);
        assertThat(overview.at("/quarantine")).isEqualTo(EventJson.read("{\"count\": 0, \"more\": false}"));
        assertThat(overview.path("latest").values()).isEmpty();
        assertThat(overview.path("projects").values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hour, 48, 3", "day, 30, 4"})
    void eventsAreCountedInTheBucketTheyCameIn(String by, int buckets, int counted) {
        receive("now()", 1);
        receive("date_trunc('hour', now(), 'UTC') - interval '1 hour'", 1);
        receive("date_trunc('hour', now(), 'UTC') - interval '47 hours'", 1);
        receive("date_trunc('hour', now(), 'UTC') - interval '47 hours 1 microsecond'", 1);
        receive("now() - interval '31 days'", 1);

        JsonNode events = json("/overview?by=" + by).path("events");

        assertThat(events).hasSize(buckets);
        assertThat(events.values().stream().mapToInt(each -> each.path("count").asInt()))
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(counted));
        assertThat(events.path(buckets - 1).path("count").asInt()).isPositive();
    }

    @Test
    void noBucketIsCountedToItsEnd() {
        receive("now()", Overviews.MOST + 5);

        JsonNode last = json("/overview").at("/events/47");

        assertThat(last.path("count").asInt()).isEqualTo(Overviews.MOST);
        assertThat(last.path("more").asBoolean()).isTrue();
    }

    @Test
    void theLatestEventsAreToldByTypeAndByTheWayTheyCame() {
        annotate(7, 1, span(0, 2, "VESSEL"));
        database.execute("update oceanid.inbox set origin = null");
        annotate(8, 2, span(0, 2, "VESSEL"));
        annotate(9, 3, span(0, 2, "VESSEL"));

        assertThat(told(json("/overview").path("latest"), "type", "origin", "count"))
                .containsExactly(
                        "io.oceanid.labelstudio.annotation.created.v1 webhook 2",
                        "io.oceanid.labelstudio.annotation.created.v1  1");
    }

    @Test
    void projectsAreToldWithTheirSweeps() {
        annotate(7, 1);
        database.execute("insert into oceanid.project (id, title) values (1, '" + HOSTILE + "')");
        database.execute("insert into oceanid.project (id) values (2)");
        database.execute("insert into oceanid.project (id, tombstone_at) values (3, now())");
        database.execute("""
            insert into oceanid.reconcile_cursor (project, full_sweep, began_at, after_task, swept_at)
            values (1, true, '2026-11-24T00:00:00Z', 5, '2026-11-23T00:00:00Z')
            """);

        assertThat(json("/overview").path("projects")).isEqualTo(EventJson.read("""
            [{"id": 2, "title": null, "sweptAt": null, "fullyAt": null, "underWay": null},
             {"id": 1, "title": "%s", "sweptAt": "2026-11-23T00:00:00Z", "fullyAt": null,
              "underWay": {"beganAt": "2026-11-24T00:00:00Z", "full": true, "afterTask": 5}}]
            """.formatted(HOSTILE)));
    }

    @Test
    void aProjectIsToldOfThatIsKnownByAnAnnotationOrATaskAlone() {
        database.execute(
                "insert into oceanid.annotation (id, project, task) values (1, 5, 1), (2, 5, 2), (3, null, 3)");
        database.execute("insert into oceanid.task (id, project) values (1, 5), (2, 9)");

        assertThat(told(json("/overview").path("projects"), "id")).containsExactly("9", "5");
    }

    @Test
    void whatWaitsInQuarantineIsCounted() {
        sink.post("/webhook", "no webhook".getBytes(UTF_8));

        assertThat(json("/overview").at("/quarantine/count").asInt()).isEqualTo(1);
    }

    @Test
    void labelsAreCountedInWhatIsNeitherDeletedNorSkipped() {
        annotate(7, 1, span(0, 2, HOSTILE), span(3, 5, "PORT"));
        annotate(8, 2, span(0, 2, HOSTILE));
        annotate(9, 3, span(0, 2, "VESSEL"));
        annotate(10, 4, span(0, 2, "VESSEL"));
        database.execute("update oceanid.annotation set was_cancelled = true where id = 9");
        database.execute("update oceanid.annotation set tombstone_at = now() where id = 10");

        assertThat(json("/projects/1/labels")).isEqualTo(EventJson.read("""
            {"project": 1, "annotations": 2, "all": true, "moreLabels": false, "labels": [
              {"label": "%s", "regions": 2}, {"label": "PORT", "regions": 1}]}
            """.formatted(HOSTILE)));
    }

    @Test
    void onlyTheNewestAnnotationsAreLookedAt() {
        annotate(7, 1, span(0, 2, "OLD"));
        annotate(8, 2, span(0, 2, "NEW"));

        JsonNode one = json("/projects/1/labels?newest=1");
        JsonNode both = json("/projects/1/labels?newest=2");

        assertThat(told(one.path("labels"), "label")).containsExactly("NEW");
        assertThat(List.of(one.path("all").asBoolean(), one.path("annotations").asInt() == 1))
                .containsExactly(false, true);
        assertThat(both.path("all").asBoolean()).isTrue();
    }

    @Test
    void manyLabelsAreToldByTheirNumber() {
        String[] spans = new String[LabelCounts.LABELS + 1];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(0, 2, "L" + i);
        }
        annotate(7, 1, spans);

        JsonNode labels = json("/projects/1/labels");

        assertThat(labels.path("labels")).hasSize(LabelCounts.LABELS);
        assertThat(labels.path("moreLabels").asBoolean()).isTrue();
    }

    /** By the plan, since time tells little of a small table: the index is there, and it stops at the limit. */
    @Test
    void whatIsCountedIsFoundByIndexes() {
        receive("now() - n * interval '1 second'", 50_000);
        database.execute("""
            insert into oceanid.annotation (id, project, task, updated_at, was_cancelled)
            select n, n % 2, n, now(), false from generate_series(1, 50000) n
            """);
        database.execute("vacuum analyze oceanid.inbox");
        database.execute("vacuum analyze oceanid.annotation");

        assertThat(plan(Overviews.EVENTS
                        .replace("$1", "'hour'")
                        .replace("$2", "1")
                        .replace("$3", "48")
                        .replace("$4", "20001")))
                .contains("inbox_received")
                .doesNotContain("Seq Scan");
        assertThat(plan(Overviews.TYPES.replace("$1", "1000")))
                .contains("inbox_received")
                .doesNotContain("Seq Scan");
        assertThat(plan("select * from " + LabelCounts.NEWEST.replace("$1", "1").replace("$2", "1000")))
                .contains("annotation_project")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void aProjectThatNobodyKnowsIsNotFound() {
        AnswerAssert.assertThat(answerTo("/projects/4/labels")).isProblem(404).saying("project 4");
    }

    @ParameterizedTest
    @CsvSource({
        "/overview?by=year, by",
        "/projects/x/labels, id",
        "/projects/1/labels?newest=0, newest",
        "/projects/1/labels?newest=10001, newest",
        "/projects/1/labels?newest=x, newest"
    })
    void whatMakesNoSenseIsRefused(String target, String field) {
        AnswerAssert.assertThat(answerTo(target)).isProblem(400).naming(field);
    }

    private String plan(String query) {
        return database.rows("explain " + query).stream()
                .flatMap(row -> row.values().stream())
                .collect(Collectors.joining("\n"));
    }

    private void receive(String at, int events) {
        database.execute("""
            insert into oceanid.inbox (source, id, type, digest, mended, received_at)
            select 'test', gen_random_uuid(), 'some', '', false, %s from generate_series(1, %d) n
            """.formatted(at, events));
    }

    private RawHttp.Answer answerTo(String target) {
        return RawHttp.exchange(sink.port(), RawRequest.of("GET", target).end());
    }

    private JsonNode json(String target) {
        HttpResponse<String> answer = sink.get(target);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return EventJson.read(answer.body());
    }

    private void annotate(long id, long task, String... regions) {
        String webhook = """
            {"action": "ANNOTATION_CREATED",
             "annotation": {"id": %1$d, "task": %2$d, "project": 1, "created_at": "2026-11-23T00:00:00Z",
                            "updated_at": "2026-11-23T00:00:00Z", "was_cancelled": false, "result": [%3$s]},
             "task": {"id": %2$d, "project": 1, "created_at": "2026-11-23T00:00:00Z",
                      "updated_at": "2026-11-23T00:00:00Z", "data": {"text": "MV Example"}},
             "project": {"id": 1}}
            """.formatted(id, task, String.join(",", regions));
        assertThat(sink.post("/webhook", webhook.getBytes(UTF_8)).statusCode()).isEqualTo(204);
    }

    private static String span(int start, int end, String label) {
        return """
            {"id": "%1$s%2$d", "from_name": "label", "to_name": "text", "type": "labels",
             "value": {"start": %2$d, "end": %3$d, "labels": ["%1$s"]}}\
            """.formatted(label, start, end);
    }

    private static List<String> told(JsonNode items, String... fields) {
        return items.values().stream()
                .map(item -> List.of(fields).stream()
                        .map(field -> item.path(field).asString(""))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
