package io.oceanid.sink.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** Each kind of loss is found and repaired, and what is right is left alone. */
@TestInstance(Lifecycle.PER_CLASS)
class ReconcileTest {

    private static final String VESSEL = """
        [{"id": "r1", "from_name": "label", "to_name": "text", "type": "labels",
          "value": {"start": 0, "end": 2, "text": "MV", "labels": ["VESSEL"]}}]
        """;
    private static final String PORT = VESSEL.replace("VESSEL", "PORT");

    private final StoredWork work = new StoredWork();
    private final TestDatabase database = TestDatabase.create();
    private final TestSink sink = TestSink.start(
            database.url(),
            "--oceanid.label-studio.url=" + work.url(),
            "--oceanid.label-studio.token=legacy",
            "--oceanid.reconcile.page-size=2",
            "--oceanid.reconcile.overlap=0s",
            "--oceanid.reconcile.requests-per-second=1000");

    @BeforeEach
    void someWork() {
        database.empty();
        work.clear();
        work.project(1).task(1, 1, "MV a").task(2, 1, "MV b").task(3, 1, "MV c");
        work.annotation(11, 1, VESSEL).annotation(12, 2, PORT).prediction(21, 3, "v1", 0.5);
    }

    @AfterEach
    void nothingIsLeftToFind() {
        assertThat(repairs(reconcile("full=true"))).isEmpty();
        work.afterTasks(() -> {});
    }

    @AfterAll
    void stop() {
        sink.close();
        work.close();
    }

    @Test
    void whatNoWebhookToldIsThereAfterwards() {
        JsonNode report = reconcile("");

        assertThat(repairs(report))
                .containsOnly(
                        Map.entry("project-missing", 1L),
                        Map.entry("task-missing", 3L),
                        Map.entry("annotation-missing", 2L),
                        Map.entry("prediction-missing", 1L));
        assertThat(report.path("seen").path("tasks").asInt(0)).isEqualTo(3);
        assertThat(report.path("pages").asInt(0)).isEqualTo(2);
        assertThat(database.rows("select data ->> 'text' as text from oceanid.task order by id"))
                .extracting(row -> row.get("text"))
                .containsExactly("MV a", "MV b", "MV c");
        assertThat(database.value("select labels::text from oceanid.region where annotation = 12"))
                .isEqualTo("{PORT}");
        assertThat(database.value("select bool_or(offset_mismatch) from oceanid.region"))
                .isEqualTo("f");
        assertThat(database.value("select model_version || score || result from oceanid.prediction"))
                .isEqualTo("v10.5[{\"type\": \"labels\"}]");
        assertThat(database.value("select raw::text from oceanid.project")).doesNotContain("s3cret");
        assertThat(database.rows("select unique_id from oceanid.annotation order by id"))
                .extracting(row -> row.get("unique_id"))
                .containsExactly("u-11", "u-12");
        assertThat(database.value("select raw::text from oceanid.task where id = 1"))
                .contains("\"allow_skip\": true")
                .doesNotContain("annotations_results", "predictions\"", "tasks.json");
        assertThat(database.value("select raw::text from oceanid.annotation where id = 11"))
                .doesNotContain("created_ago");
        assertThat(database.count("quarantine")).isZero();
    }

    @Test
    void laterStatesAreFound() {
        reconcile("");
        work.advance();
        work.editAnnotation(11, PORT);
        work.editTask(3, "MV edited");

        assertThat(repairs(reconcile("")))
                .containsOnly(
                        Map.entry("task-outdated", 1L),
                        Map.entry("task-touched", 1L),
                        Map.entry("annotation-outdated", 1L));
        assertThat(database.value("select labels::text from oceanid.region where annotation = 11"))
                .isEqualTo("{PORT}");
        assertThat(database.value("select data ->> 'text' from oceanid.task where id = 3"))
                .isEqualTo("MV edited");
        assertThat(database.value("select raw ->> 'allow_skip' from oceanid.task where id = 3"))
                .isEqualTo("true");
    }

    @Test
    void withoutTheExportAnAnnotationIsThereAllTheSameAndKeepsWhatIsKnown() {
        sink.post("/webhook", work.annotationWebhook("ANNOTATION_CREATED", 11));
        work.http().on("GET /api/projects/1/export", _ -> Reply.json(403, "{\"detail\":\"no\"}"));
        work.editAnnotation(11, PORT);

        assertThat(repairs(reconcile(""))).containsEntry("annotation-outdated", 1L);
        assertThat(database.rows("select unique_id from oceanid.annotation order by id"))
                .extracting(row -> row.get("unique_id"))
                .containsExactly("u-11", null);
    }

    @Test
    void whatFitsNoEventIsKeptOnce() {
        work.changeAnnotationSilently(11, "completed_by", EventJson.read("\"somebody\""));

        for (int i = 0; i < 3; i++) {
            assertThat(reconcile("full=true").path("left").path("unreadable").asInt(0))
                    .isOne();
        }
        assertThat(database.count("quarantine")).isOne();
        assertThat(database.rows("select from oceanid.inbox where type like '%unknown%'"))
                .hasSize(1);
        assertThat(database.count("annotation")).isOne();
    }

    @Test
    void whatTheTablesHoldForDeletedIsToldAndStaysSo() {
        reconcile("");
        database.execute("update oceanid.annotation set tombstone_at = now() where id = 11;"
                + " update oceanid.task set tombstone_at = now() where id = 3");

        JsonNode report = reconcile("full=true");

        assertThat(report.path("left").toString()).isEqualTo("{\"task-buried\":1,\"annotation-buried\":1}");
        assertThat(repairs(report)).isEmpty();
    }

    @Test
    void whatPostgresqlCannotStoreIsMendedAndFoundRightTheNextTime() {
        work.task(4, 1, "a\0b")
                .annotation(13, 4, VESSEL.replace("MV", "\\u0000"))
                .prediction(23, 4, "v\0", 0.1);

        assertThat(repairs(reconcile(""))).containsEntry("task-missing", 4L);
        assertThat(database.value("select data ->> 'text' from oceanid.task where id = 4"))
                .isEqualTo("a\uFFFDb");
    }

    @Test
    void whatIsMadeWhileAPageIsReadIsNotTakenForDeleted() {
        reconcile("");
        var pages = new AtomicInteger();
        work.afterTasks(() -> {
            // not on the page, told by its webhook before the tables are read, and old by its own account
            int page = pages.incrementAndGet();
            if (page == 1) {
                work.annotation(14, 1, VESSEL);
                sink.post("/webhook", work.annotationWebhook("ANNOTATION_CREATED", 14));
            } else if (page == 3) {
                work.task(9, 1, "MV i");
                sink.post("/webhook", work.taskWebhook(9));
            }
        });

        assertThat(repairs(reconcile("full=true"))).doesNotContainKeys("annotation-undeleted", "task-undeleted");
        // each of both pages was asked for again
        assertThat(pages).hasValue(4);
        assertThat(database.value("select count(*) from oceanid.annotation where deleted_at is not null"))
                .isEqualTo("0");
        assertThat(database.value("select count(*) from oceanid.task where deleted_at is not null"))
                .isEqualTo("0");
    }

    @Test
    void whatIsDeletedWhileAPageIsReadIsFoundTheNextTime() {
        reconcile("");
        var pages = new AtomicInteger();
        work.afterTasks(() -> {
            if (pages.getAndIncrement() == 0) {
                work.deleteTask(1);
            }
        });
        reconcile("full=true");

        assertThat(repairs(reconcile(""))).containsOnly(Map.entry("task-undeleted", 1L));
    }

    @Test
    void anIdThatIsGivenAnewAfterADeletionLives() {
        reconcile("");
        work.advance();
        work.deleteTask(3);
        reconcile("");
        work.later();
        work.task(3, 1, "MV anew");

        assertThat(repairs(reconcile("full=true"))).containsOnly(Map.entry("task-missing", 1L));
        assertThat(database.value("select deleted_at from oceanid.task where id = 3"))
                .isNull();
    }

    @Test
    void changesThatMoveNoTimeAreFoundInEitherDirection() {
        reconcile("");
        for (boolean truth : new boolean[] {true, false, true}) {
            work.advance();
            work.changeAnnotationSilently(11, "ground_truth", BooleanNode.valueOf(truth));
            work.changeAnnotationSilently(12, "result", EventJson.read(truth ? VESSEL : PORT));

            assertThat(repairs(reconcile(""))).containsEntry("annotation-outdated", 2L);
            assertThat(database.value("select ground_truth from oceanid.annotation where id = 11"))
                    .isEqualTo(truth ? "t" : "f");
            assertThat(database.value("select labels::text from oceanid.region where annotation = 12"))
                    .isEqualTo(truth ? "{VESSEL}" : "{PORT}");
        }
    }

    @Test
    void deletionsThatNobodyAnnouncedAreFound() {
        reconcile("");
        work.advance();
        work.deleteAnnotation(11);
        work.deleteTask(2);

        assertThat(repairs(reconcile("")))
                .containsOnly(
                        Map.entry("annotation-undeleted", 1L),
                        Map.entry("task-undeleted", 1L),
                        Map.entry("task-touched", 1L));
        assertThat(database.rows("select id from oceanid.annotation where deleted_at is null"))
                .isEmpty();
        assertThat(database.rows("select id from oceanid.task where deleted_at is null order by id"))
                .extracting(row -> row.get("id"))
                .containsExactly("1", "3");
    }

    @Test
    void allTasksOfAProjectMayBeGone() {
        reconcile("");
        for (long id = 1; id <= 3; id++) {
            work.deleteTask(id);
        }

        assertThat(repairs(reconcile("")))
                .containsOnly(Map.entry("task-undeleted", 3L), Map.entry("prediction-undeleted", 1L));
        assertThat(database.value("select count(*) from oceanid.annotation where deleted_at is null"))
                .isEqualTo("0");
    }

    @Test
    void aProjectMayBeGone() {
        work.project(2).task(4, 2, "MV d");
        sink.post("/reconcile", new byte[0]);
        work.deleteProject(1);

        var answer = sink.post("/reconcile", new byte[0]);

        assertThat(answer.body()).contains("\"sweep\":\"deleted\"", "\"project-undeleted\":1");
        assertThat(database.value("select string_agg(id::text, ',') from oceanid.task where deleted_at is null"))
                .isEqualTo("4");
        work.project(1);
    }

    @Test
    void aProjectThatWasRenamedIsFound() {
        reconcile("");
        work.renameProject(1, "Other");

        assertThat(repairs(reconcile(""))).containsOnly(Map.entry("project-outdated", 1L));
        assertThat(database.value("select title from oceanid.project")).isEqualTo("Other");
    }

    @Test
    void predictionsThatLeaveNoTraceInTheTaskAreFoundByTheirNumber() {
        reconcile("");
        work.prediction(22, 1, "v2", 0.7);
        JsonNode report = reconcile("");

        assertThat(repairs(report)).containsOnly(Map.entry("prediction-missing", 1L));
        assertThat(report.path("sweep").asString("")).isEqualTo("full");

        work.deletePrediction(21);
        assertThat(repairs(reconcile(""))).containsOnly(Map.entry("prediction-undeleted", 1L));
        assertThat(database.value("select string_agg(id::text, ',') from oceanid.prediction where deleted_at is null"))
                .isEqualTo("22");
    }

    @Test
    void anIncrementalSweepReadsOnlyWhatChanged() {
        reconcile("");
        work.advance();
        work.editTask(2, "MV edited");

        JsonNode report = reconcile("");

        assertThat(report.path("sweep").asString("")).isEqualTo("incremental");
        assertThat(report.path("seen").path("tasks").asInt(0)).isEqualTo(1);
    }

    @Test
    void aWebhookAndTheReadingOfItsStateAreOneEvent() {
        sink.post("/webhook", work.taskWebhook(3));
        sink.post("/webhook", work.annotationWebhook("ANNOTATION_CREATED", 11));
        var told = database.rows("select id from oceanid.inbox");

        reconcile("");
        var all = database.rows("select id from oceanid.inbox where id not like 'projects%'");
        assertThat(all).containsAll(told).hasSize(4);

        sink.post("/webhook", work.annotationWebhook("ANNOTATION_CREATED", 12));
        assertThat(database.count("inbox")).isEqualTo(all.size() + 1);
        assertThat(database.value("select unique_id from oceanid.annotation where id = 11"))
                .isEqualTo("u-11");
    }

    @Test
    void whatWasTakenOutOfTheTablesByHandComesBack() {
        reconcile("");
        database.execute("delete from oceanid.annotation; delete from oceanid.task where id = 2");

        assertThat(repairs(reconcile("full=true")))
                .containsOnly(Map.entry("annotation-missing", 2L), Map.entry("task-missing", 1L));
        assertThat(database.count("region")).isEqualTo(2);
    }

    private JsonNode reconcile(String query) {
        var answer = sink.post("/reconcile?project=1&" + query, new byte[0]);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return EventJson.read(answer.body().getBytes(StandardCharsets.UTF_8))
                .path("projects")
                .path(0);
    }

    private static Map<String, Long> repairs(JsonNode report) {
        return report.path("repaired").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asLong(0)));
    }
}
