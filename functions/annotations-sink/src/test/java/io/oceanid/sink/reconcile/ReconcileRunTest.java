package io.oceanid.sink.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.labelstudio.testing.FakeLabelStudio.Asked;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.Eventually;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sweeps are asked for, how they end, and what they do when they cannot. */
class ReconcileRunTest {

    private static final Map<String, String> PING = Map.of(
            "ce-specversion", "1.0",
            "ce-id", "1",
            "ce-source", "/apis/v1/namespaces/default/pingsources/reconcile",
            "ce-type", "dev.knative.sources.ping",
            "content-type", "application/json");
    private static final String TASKS = "select count(*) from oceanid.task where updated_at is not null";

    @AutoClose
    private final StoredWork work = new StoredWork();

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aPingIsAnsweredWhenAllProjectsAreSwept() {
        work.project(1).task(1, 1, "a").project(2).task(2, 2, "b");
        try (TestSink sink = start()) {
            HttpResponse<String> answer = ping(sink);

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().map()).doesNotContainKeys("ce-id", "ce-type");
            assertThat(database.value(TASKS)).isEqualTo("2");
            assertThat(database.count("quarantine")).isZero();
        }
    }

    @Test
    void aPingAmongEventsTakesNothingFromThem() {
        try (TestSink sink = start()) {
            String batch =
                    "[%s,{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/p\",\"type\":\"dev.knative.sources.ping\"}]"
                            .formatted(SentEvent.annotation(42, "a").envelope());

            assertThat(sink.post(
                                    "/",
                                    Map.of("content-type", "application/cloudevents-batch+json"),
                                    batch.getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(database.rows("select from oceanid.annotation where id = 42"))
                    .hasSize(1);
            assertThat(work.http().asked("GET /api/projects/")).hasSize(1);
        }
    }

    @Test
    void aPingThatHasNoMoreTimeIsAnsweredAndTheNextGoesOn() {
        work.project(1).project(2);
        for (long id = 1; id <= 5; id++) {
            work.task(id, 1, "a").task(10 + id, 2, "b");
        }
        try (TestSink sink = start("--oceanid.reconcile.budget=1ms", "--oceanid.reconcile.page-size=2")) {
            for (String stored : List.of("2", "4", "5", "7", "9", "10")) {
                do {
                    assertThat(ping(sink).statusCode()).isEqualTo(204);
                } while (work.http().asked(StoredWork.TASKS).isEmpty());
                work.http().forgetAsked();
                assertThat(Integer.parseInt(String.valueOf(database.value(TASKS))))
                        .isGreaterThanOrEqualTo(Integer.parseInt(stored));
            }
            assertThat(database.value("select count(*) from oceanid.reconcile_cursor where fully_at is not null"))
                    .isEqualTo("2");
        }
    }

    @Test
    void aSweepThatWasCutShortGoesOnWhereItWas() {
        work.project(1);
        for (long id = 1; id <= 5; id++) {
            work.task(id, 1, "a");
        }
        AtomicInteger pages = new AtomicInteger();
        work.tasksAnswer(asked -> pages.incrementAndGet() == 2 ? Reply.json(400, "{\"detail\":\"no\"}") : null);
        try (TestSink sink = start("--oceanid.reconcile.page-size=2")) {
            assertThat(reconcile(sink, "?project=1").statusCode()).isEqualTo(502);
            assertThat(database.value(TASKS)).isEqualTo("2");
            work.advance();
            work.editTask(1, "edited meanwhile");
            work.http().forgetAsked();

            assertThat(reconcile(sink, "?project=1&full=true").body())
                    .contains("\"task-missing\":3", "\"complete\":true");
            assertThat(query(work.http().asked(StoredWork.TASKS).getFirst()))
                    .contains("\"greater\",\"type\":\"Number\",\"value\":2}");
            assertThat(database.value("select data ->> 'text' from oceanid.task where id = 1"))
                    .isEqualTo("edited meanwhile");
        }
    }

    @Test
    void aCallerWhoHangsUpEndsTheSweep() throws Exception {
        work.project(1).task(1, 1, "a").task(2, 1, "b").task(3, 1, "c");
        CountDownLatch hungUp = new CountDownLatch(1);
        AtomicInteger pages = new AtomicInteger();
        work.afterTasks(() -> {
            if (pages.incrementAndGet() == 2) {
                await(hungUp);
            }
        });
        try (TestSink sink = start("--oceanid.reconcile.page-size=2");
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + sink.port() + "/reconcile?project=1"))
                    .timeout(Duration.ofSeconds(3))
                    .POST(BodyPublishers.noBody())
                    .build();
            Assertions.assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
                    .isInstanceOf(HttpTimeoutException.class);
            client.shutdownNow();

            Eventually.holds(() -> assertThat(database.value(
                            "select count(*) from pg_locks where locktype = 'advisory' and objsubid = 2 and"
                                    + " database = (select oid from pg_database where datname ="
                                    + " current_database())"))
                    .isEqualTo("0"));
            hungUp.countDown();
            assertThat(database.value("select after_task from oceanid.reconcile_cursor"))
                    .isEqualTo("2");
            assertThat(reconcile(sink, "?project=1").body()).contains("\"task-missing\":1", "\"complete\":true");
        }
    }

    @Test
    void ofTwoSweepsOfAProjectTheSecondSaysThatThereIsOne() {
        work.project(1).task(1, 1, "a");
        try (TestSink sink = start()) {
            AtomicInteger one = new AtomicInteger();
            AtomicInteger all = new AtomicInteger();
            StringBuilder report = new StringBuilder();
            work.afterTasks(() -> {
                if (one.get() == 0) {
                    one.set(reconcile(sink, "?project=1").statusCode());
                    HttpResponse<String> answer = reconcile(sink, "");
                    all.set(answer.statusCode());
                    report.append(answer.body());
                }
            });

            assertThat(reconcile(sink, "?project=1").statusCode()).isEqualTo(200);

            assertThat(one).hasValue(409);
            assertThat(all).hasValue(200);
            assertThat(report.toString()).contains("\"sweep\":\"skipped\"", "\"complete\":false");
        }
    }

    @Test
    void tenThousandTasksAreReadInPages() {
        work.project(1);
        for (long id = 1; id <= 10_000; id++) {
            work.task(id, 1, "text " + id);
        }
        try (TestSink sink = start("--oceanid.reconcile.page-size=500")) {
            assertThat(reconcile(sink, "").body()).contains("\"task-missing\":10000", "\"pages\":20");
            assertThat(database.value(TASKS)).isEqualTo("10000");
            assertThat(work.http().asked(StoredWork.TASKS))
                    .hasSize(20)
                    .allSatisfy(asked -> assertThat(asked.query()).contains("page=1&page_size=500"));

            assertThat(reconcile(sink, "?full=true").body()).contains("\"repaired\":{}", "\"tasks\":10000");
            for (long id = 2; id <= 10_000; id++) {
                work.deleteTask(id);
            }
            assertThat(reconcile(sink, "").body()).contains("\"task-undeleted\":9999");
        }
    }

    @Test
    void aPageThatFailsOnceBecauseATaskWentMeanwhileIsReadAgain() {
        work.project(1).task(1, 1, "a");
        AtomicInteger pages = new AtomicInteger();
        work.tasksAnswer(asked -> pages.getAndIncrement() == 0 ? Reply.json(500, "{\"detail\":\"KeyError\"}") : null);
        try (TestSink sink = start()) {
            assertThat(reconcile(sink, "").statusCode()).isEqualTo(200);
            assertThat(database.value(TASKS)).isEqualTo("1");
        }
    }

    @Test
    void aProjectThatCannotBeReadKeepsTheOthersFromNothing() {
        work.project(1).task(1, 1, "a").project(2).task(2, 2, "b");
        work.tasksAnswer(asked ->
                String.valueOf(asked.query()).contains("project=1&") ? Reply.json(400, "{\"detail\":\"odd\"}") : null);
        try (TestSink sink = start()) {
            HttpResponse<String> answer = reconcile(sink, "");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"sweep\":\"failed\"", "odd", "\"complete\":false");
            assertThat(database.value(TASKS)).isEqualTo("1");
        }
    }

    @Test
    void thatNoneOfSeveralProjectsIsThereIsNotBelieved() {
        work.project(1).task(1, 1, "a").project(2).task(2, 2, "b");
        try (TestSink sink = start()) {
            reconcile(sink, "");
            work.deleteProject(1);
            work.deleteProject(2);

            assertThat(reconcile(sink, "").body()).contains("\"sweep\":\"failed\"", "is it another one");
            assertThat(database.rows("select from oceanid.task where deleted_at is not null"))
                    .isEmpty();

            assertThat(reconcile(sink, "?project=1").body()).contains("\"project-undeleted\":1");
            assertThat(reconcile(sink, "").body()).contains("\"project-undeleted\":1");
        }
    }

    @Test
    void webhooksThatSendNothingAreTold() {
        work.project(1);
        work.webhooks("""
            [{"id": 7, "project": 1, "url": "https://me:s3cret@sink.example.org/webhook", "is_active": false}]
            """);
        try (TestSink sink = start("--oceanid.reconcile.sink-webhook-url=https://other.example.org/webhook?s3cret")) {
            assertThat(reconcile(sink, "").body())
                    .contains("webhook 7 (https://sink.example.org/webhook) is switched off")
                    .contains("there is no webhook to SINK_WEBHOOK_URL, https://other.example.org/webhook\"")
                    .doesNotContain("s3cret");
        }
    }

    @ParameterizedTest
    @CsvSource({"401, 502, LABEL_STUDIO_PAT", "403, 502, LABEL_STUDIO_PAT", "503, 503, 'answered 503'", "418, 502, 418"
    })
    void whatLabelStudioRefusesIsTold(int answered, int status, String words) {
        work.http().on("GET /api/projects/", _ -> Reply.json(answered, "{\"detail\":\"no\"}"));
        try (TestSink sink = start()) {
            HttpResponse<String> answer = reconcile(sink, "");

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(words);
            assertThat(ping(sink).statusCode()).isEqualTo(status);
        }
    }

    @Test
    void aLabelStudioThatIsAwayOrNotConfiguredIsOneToAskLater() {
        try (TestSink sink = TestSink.start(
                database.url(), "--oceanid.label-studio.url=http://127.0.0.1:1", "--oceanid.label-studio.token=any")) {
            HttpResponse<String> answer = reconcile(sink, "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
        }
        try (TestSink sink = TestSink.start(database.url())) {
            assertThat(reconcile(sink, "").statusCode()).isEqualTo(503);
            assertThat(reconcile(sink, "").body()).contains("LABEL_STUDIO_PAT is not set");
            assertThat(ping(sink).body()).contains("LABEL_STUDIO_PAT is not set");
            assertThat(reconcile(sink, "?project=x").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aProjectThatNobodyKnowsIsUnknown() {
        try (TestSink sink = start()) {
            assertThat(reconcile(sink, "?project=77").statusCode()).isEqualTo(404);
        }
    }

    private TestSink start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--oceanid.label-studio.url=" + work.url());
        all.add("--oceanid.label-studio.token=legacy");
        all.add("--oceanid.reconcile.requests-per-second=1000");
        return TestSink.start(database.url(), all.toArray(String[]::new));
    }

    private static HttpResponse<String> reconcile(TestSink sink, String query) {
        return sink.post("/reconcile" + query, new byte[0]);
    }

    private static HttpResponse<String> ping(TestSink sink) {
        return sink.post("/", PING, "{\"message\":\"reconcile\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static String query(Asked asked) {
        return URLDecoder.decode(String.valueOf(asked.query()), StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
