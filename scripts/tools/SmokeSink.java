import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sink: a recorded session into PostgreSQL, and out of it again. */
final class SmokeSink implements NativeSmoke.Round {

    private static final Path EVENT = Path.of("events/catalogue/io.oceanid.labelstudio.annotation.created.v1/examples/"
            + "ANNOTATION_CREATED-ml-backend-ml-annotation-create.json");

    /** Of that event. */
    private static final long ANNOTATION = 15;

    private static final List<String> WRONG = List.of("b41", "b42");

    private final Caller caller;
    private final Checks checks;

    SmokeSink(Caller caller, Checks checks) {
        this.caller = caller;
        this.checks = checks;
    }

    @Override
    public void requests() throws Exception {
        RecordedSession session = new RecordedSession();
        int taken = 0;
        for (String webhook : session.webhooks()) {
            taken += caller.post("/webhook", "application/json", webhook.getBytes(StandardCharsets.UTF_8))
                                    .statusCode()
                            == 204
                    ? 1
                    : 0;
        }
        checks.same(session.webhooks().size(), taken, taken + " webhooks of a recorded session: 204");
        Map<Long, Object> exported = new TreeMap<>();
        for (int project : new int[] {1, 2}) {
            HttpResponse<String> export = caller.get("/projects/%d/export".formatted(project));
            exported.putAll(RecordedSession.annotations(export.body()));
        }
        for (String field : List.of("updated_at", "result")) {
            Map<Long, Object> expected = RecordedSession.each(session.annotations(), field);
            Map<Long, Object> found = RecordedSession.each(exported, field);
            checks.same(
                    expected,
                    found,
                    "/projects/{id}/export: the newest %s of each of %d annotations".formatted(field, expected.size()));
        }
        spans(caller.get("/projects/1/export").body());
        event();
        for (String path : List.of(
                "/projects/1/export?format=csv",
                "/projects/1/export?format=conll",
                "/projects/1/agreement",
                "/annotations/4/history",
                "/quarantine")) {
            checks.same(200, caller.get(path).statusCode(), "GET " + path + ": 200");
        }
    }

    /** As a broker delivers it, in structured mode, and once more. */
    private void event() throws IOException, InterruptedException {
        byte[] event = Files.readAllBytes(EVENT);
        for (String time : List.of("an event", "the same event again")) {
            int status = caller.post("/", "application/cloudevents+json", event).statusCode();
            checks.same(204, status, time + ": 204");
        }
        Object expected = Json.at(Json.read(Files.readString(EVENT)), "data", "annotation", "updated_at");
        Object found = Json.at(Json.read(caller.get("/annotations/%d/history".formatted(ANNOTATION)).body()), "updatedAt");
        checks.same(Instant.parse((String) expected), Instant.parse(String.valueOf(found)), "and its state stands in the tables");
    }

    /** They count code points; the recorded session has two that do not, and the sink keeps those as they came. */
    private void spans(String export) {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (Object task : export.lines().map(Json::read).toList()) {
            for (Object annotation : Json.list(task, "annotations")) {
                for (Object region : Json.list(annotation, "result")) {
                    if (Json.at(region, "value", "text") instanceof String said) {
                        all++;
                        int start = (int) Json.number(region, "value", "start");
                        int end = (int) Json.number(region, "value", "end");
                        int[] text = ((String) Json.at(task, "data", "text")).codePoints().toArray();
                        if (!said.equals(new String(text, start, end - start))) {
                            wrong.add((String) Json.at(region, "id"));
                        }
                    }
                }
            }
        }
        checks.same(WRONG, wrong, "its %d spans are their texts, but for two that never were".formatted(all));
    }

    @Override
    public HttpResponse<String> refused() throws Exception {
        return caller.postJson("/", Map.of());
    }

    @Override
    public int refusal() {
        return 400;
    }
}
