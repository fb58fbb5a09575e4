package io.oceanid.bootstrapper.imports;

import static io.oceanid.support.testing.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.bootstrapper.testing.Form;
import io.oceanid.bootstrapper.testing.StoredTasks;
import io.oceanid.bootstrapper.testing.StoredTasks.Fault;
import io.oceanid.bootstrapper.testing.TestBootstrapper;
import io.oceanid.events.json.EventJson;
import io.oceanid.labelstudio.testing.FakeLabelStudio;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawHttp.Answer;
import io.oceanid.support.testing.RawRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportOverHttpTest {

    private static final String LINES = "{\"text\":\"a\"}\n{\"text\":\n{\"text\":\"b\"}\n";

    @TempDir
    static Path folder;

    private static FakeLabelStudio labelStudio;
    private static TestBootstrapper bootstrapper;

    private StoredTasks stored;

    @BeforeAll
    static void start() {
        labelStudio = FakeLabelStudio.start();
        bootstrapper = TestBootstrapper.start(
                "--oceanid.label-studio.url=" + labelStudio.url(),
                "--oceanid.label-studio.token=token",
                "--oceanid.bootstrapper.max-body=1KB",
                "--oceanid.bootstrapper.imports.max-upload=200KB",
                "--oceanid.bootstrapper.imports.folder=" + folder.resolve("work"),
                "--oceanid.bootstrapper.imports.content-allowed-hosts=127.0.0.1:"
                        + labelStudio.url().getPort());
    }

    @AfterAll
    static void stop() {
        bootstrapper.close();
        labelStudio.close();
    }

    @BeforeEach
    void empty() {
        stored = StoredTasks.in(labelStudio, 1);
    }

    @Test
    void aFormBringsFilesAndOptions() {
        Answer answer = bootstrapper.send(new Form()
                .field("options", "chunk: 1\nonBroken: skip\n")
                .file("file", "../../etc/cargo.jsonl", LINES)
                .file("file", "more.jsonl", "{\"text\":\"c\"}")
                .postedTo("/projects/1/import"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"project\":1,\"read\":4,\"sent\":3,\"known\":0,\"skipped\":1,\"removed\":0,"
                        + "\"problems\":[{\"source\":\"cargo.jsonl\",\"line\":2,\"reason\":\"not JSON: column 9\"}],"
                        + "\"reasons\":{\"not JSON: column 9\":1}}");
        assertThat(stored.values("text")).containsExactly("a", "b", "c");
        assertThat(stored.imports()).isEqualTo(3);
        Eventually.holds(ImportOverHttpTest::assertNothingIsLeft);
    }

    @Test
    void aBodyIsAFileToo() {
        RawRequest request = RawRequest.post("/projects/1/import?onBroken=refuse")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"cargo.jsonl\"");

        assertThat(bootstrapper.send(request.body(LINES)))
                .isProblem(400)
                .naming("file")
                .saying("cargo.jsonl, line 2: not JSON");
        assertThat(stored.all()).isEmpty();
    }

    @Test
    void aCommandPointsAtAFile() {
        labelStudio.on("GET /files/cargo.jsonl", _ -> new Reply(200, "text/plain", LINES));

        Answer answer = bootstrapper.post(
                "/projects/1/import",
                "application/json",
                "{\"url\":\"%s/files/cargo.jsonl\",\"chunk\":10}".formatted(labelStudio.url()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"source\":\"cargo.jsonl\"");
        assertThat(stored.values("text")).containsExactly("a", "b");
        Eventually.holds(ImportOverHttpTest::assertNothingIsLeft);
    }

    @Test
    void aFileIsFetchedFromAllowedHostsOnly() {
        labelStudio.on("GET /moved", _ -> new Reply(302, "text/plain", ""));
        labelStudio.on("GET /large", _ -> new Reply(200, "text/plain", "x".repeat(300_000)));

        command("https://elsewhere.example/cargo.csv")
                .isProblem(400)
                .naming("url")
                .saying("CONTENT_ALLOWED_HOSTS");
        command(labelStudio.url() + "/moved").isProblem(400).naming("url").saying("answers 302");
        command(labelStudio.url() + "/large").isProblem(413);
    }

    @Test
    void jsonWithoutUrlIsAFile() {
        Answer answer = bootstrapper.post("/projects/1/import", "application/json", "{\"text\":\"a\"}");

        assertThat(answer.body()).contains("\"sent\":1");
    }

    @Test
    void progressComesAsEvents() {
        stored.failing(1, Fault.BAD_GATEWAY);

        Answer answer = bootstrapper.send(new Form()
                .file("file", "cargo.jsonl", LINES)
                .postedTo("/projects/1/import", "Accept", "text/event-stream"));

        assertThat(answer.headers()).containsEntry("content-type", "text/event-stream");
        assertThat(answer.body())
                .contains("event: progress\ndata: {\"read\":3,\"sent\":0,\"known\":0,\"skipped\":1}\n\n")
                .endsWith("}\n\n")
                .containsOnlyOnce("event: done\ndata: {\"project\":1,\"read\":3,\"sent\":2,");
    }

    @Test
    void aFailureIsAnEventToo() {
        stored.requiring("other");

        Answer answer = bootstrapper.send(new Form()
                .file("file", "cargo.jsonl", "{\"text\":\"a\"}\n".repeat(20))
                .postedTo("/projects/1/import", "Accept", "text/event-stream"));

        assertThat(answer.body())
                .startsWith("event: failed\ndata: {\"title\":\"Bad Request\",\"status\":400,")
                .contains("\"field\":\"other\"");
    }

    @Test
    void anImportThatEndsHalfWaySaysHowFarItCame() {
        stored.requiring("other");

        Answer answer = bootstrapper.send(new Form()
                .file("file", "cargo.jsonl", "{\"other\":1}\n{}")
                .field("options", "{chunk: 1, onBroken: refuse}")
                .postedTo("/projects/1/import"));

        assertThat(answer).isProblem(400).saying("other");
        assertThat(answer.body()).contains("\"read\":2,\"sent\":1,");
    }

    @Test
    void whatFailsBeforeThereIsProgressIsAnsweredAsEver() {
        assertThat(bootstrapper.send(new Form()
                        .field("options", "chunk: 0")
                        .file("file", "a", "")
                        .postedTo("/projects/1/import", "Accept", "text/event-stream")))
                .isProblem(400)
                .naming("chunk");
    }

    @Test
    void aProjectThatIsNotThereIsNotFound() {
        post("/projects/9/import").isProblem(404);
        post("/projects/x/import").isProblem(404);
    }

    @Test
    void aRefusedTokenIsNotTheCallersFault() {
        labelStudio.on("GET /api/projects/1/", _ -> Reply.json(401, "{\"detail\":\"Invalid token.\"}"));

        post("/projects/1/import").isProblem(502).saying("refuses the token").saying("Invalid token.");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        String large = "{\"text\":\"%s\"}\n".formatted("x".repeat(1_000)).repeat(250);

        assertThat(bootstrapper.send(new Form().file("file", "a.jsonl", large).postedTo("/projects/1/import")))
                .isProblem(413);
        assertThat(bootstrapper.post("/projects/1/import", "text/plain", large)).isProblem(413);
        assertThat(bootstrapper.send(
                        new Form().field("options", "x".repeat(300_000)).postedTo("/projects/1/import")))
                .isProblem(413);
        assertNothingIsLeft();
        assertThat(stored.all()).isEmpty();
    }

    @Test
    void whatIsNotAsItShouldBeIsRefusedByName() {
        form(new Form().field("option", "x")).isProblem(400).naming("option");
        form(new Form().field("options", "colour: red")).isProblem(400).naming("colour");
        form(new Form().field("options", "[1]")).isProblem(400).naming("options");
        form(new Form().field("options", "chunk: 0").file("file", "a", ""))
                .isProblem(400)
                .naming("chunk");
        form(new Form().field("options", "{}")).isProblem(400).naming("file");
        assertThat(bootstrapper.post("/projects/1/import", "multipart/form-data; boundary=x", "none"))
                .isProblem(400)
                .naming("body");
        assertThat(bootstrapper.send(RawRequest.post("/projects/1/import")
                        .header("Content-Encoding", "gzip")
                        .body("x")))
                .isProblem(415);
    }

    @Test
    void oneImportAtATimeGoesIntoAProject() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        StoredTasks.in(labelStudio, 2);
        StoredTasks.in(labelStudio, 3);
        labelStudio.on("GET /api/projects/1/", _ -> held(asked, goOn));
        labelStudio.on("GET /api/projects/2/", _ -> held(asked, goOn));

        try (RawHttp first = started(1);
                RawHttp second = started(2)) {
            asked.await();
            post("/projects/1/import").isProblem(409);
            Eventually.holds(() -> post("/projects/3/import").isProblem(429).hasHeader("retry-after", "1"));
            goOn.countDown();
            assertThat(first.answer().status()).isEqualTo(200);
            assertThat(second.answer().status()).isEqualTo(200);
        }
        assertThat(bootstrapper
                        .post("/projects/3/import", "application/x-ndjson", LINES)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoHangsUpEndsTheImport() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        labelStudio.on("GET /api/projects/1/", _ -> held(asked, goOn));
        try (RawHttp client = started(1)) {
            asked.await();
            client.reset();
        }

        Eventually.holds(ImportOverHttpTest::assertNothingIsLeft);
        goOn.countDown();
        labelStudio.on("GET /api/projects/1/", _ -> Reply.json(200, "{\"task_number\":0}"));
        Eventually.holds(() -> assertThat(bootstrapper
                        .post("/projects/1/import", "application/x-ndjson", LINES)
                        .body())
                .contains("\"sent\":2"));
        assertThat(stored.values("text")).containsExactly("a", "b");
    }

    @Test
    void aPreviewReadsNoMoreThanItShows() {
        String lines =
                IntStream.range(0, 30).mapToObj("{\"a\":%d}"::formatted).collect(Collectors.joining("\n", "no\n", ""));

        Answer answer =
                bootstrapper.send(new Form().file("file", "a.jsonl", lines).postedTo("/preview?rows=2"));

        assertThat(answer.body())
                .isEqualTo("{\"rows\":[{\"a\":0},{\"a\":1}],\"columns\":[\"a\"],\"problems\":[{\"source\":\"a.jsonl\","
                        + "\"line\":1,\"reason\":\"not JSON: column 1\"}]}");
        JsonNode whole = EventJson.read(
                bootstrapper.post("/preview", "application/x-ndjson", lines).body());
        assertThat(whole.path("rows").size()).isEqualTo(20);
        assertThat(bootstrapper.post("/preview?rows=0", "text/plain", ""))
                .isProblem(400)
                .naming("rows");
    }

    private static Reply held(CountDownLatch asked, CountDownLatch goOn) {
        asked.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Reply.json(200, "{\"task_number\":0}");
    }

    private static RawHttp started(int project) {
        return RawHttp.connect(bootstrapper.port())
                .send(new Form()
                        .file("file", "a.jsonl", LINES)
                        .postedTo("/projects/" + project + "/import")
                        .bytes());
    }

    private static AnswerAssert post(String target) {
        return assertThat(bootstrapper.post(target, "application/x-ndjson", LINES));
    }

    private static AnswerAssert form(Form form) {
        return assertThat(bootstrapper.send(form.postedTo("/projects/1/import")));
    }

    private static AnswerAssert command(String url) {
        return assertThat(
                bootstrapper.post("/projects/1/import", "application/json", "{\"url\":\"%s\"}".formatted(url)));
    }

    private static void assertNothingIsLeft() {
        try (Stream<Path> left = Files.list(folder.resolve("work"))) {
            assertThat(left).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
