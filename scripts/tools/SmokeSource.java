import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The source: recorded webhooks become the events of the catalogue. */
final class SmokeSource implements NativeSmoke.Round {

    private static final Path CATALOGUE = Path.of("events/catalogue");
    private static final int TASKS = 5_000;
    private static final int ATTEMPTS = 20;

    private final Broker broker;
    private final Caller caller;
    private final Checks checks;

    SmokeSource(Subject.Source subject, Caller caller, Checks checks) {
        this.broker = subject.broker;
        this.caller = caller;
        this.checks = checks;
    }

    @Override
    public void requests() throws Exception {
        Map<String, Object> examples = examples();
        int events = 0;
        for (String name : Recording.webhooks()) {
            Broker.Event event = eventOf(name);
            Object example = examples.get(name);
            if (event != null && example != null) {
                events += compare(name, example, event) ? 1 : 0;
            }
        }
        checks.same(examples.size(), events, events + " recorded webhooks became events as the catalogue has them");
        manyTasks();
    }

    /** It has a budget, which a busy machine may exceed: then it says so, and is asked again. */
    private void manyTasks() throws Exception {
        Object webhook = Recording.importOf(TASKS);
        int[] status = new int[1];
        List<byte[]> posts = List.of();
        for (int attempt = 0; attempt < ATTEMPTS && status[0] != 204; attempt++) {
            posts = broker.recordingOf(() -> status[0] = send(webhook));
        }
        checks.same(204, status[0], TASKS + " tasks at once: 204");
        int tasks = posts.stream()
                .mapToInt(post -> Json.list(Json.read(Broker.Event.of(post).data()), "tasks").size())
                .sum();
        checks.same(TASKS, tasks, "and all of them are in its " + posts.size() + " events");
    }

    @Override
    public HttpResponse<String> refused() throws Exception {
        return caller.postJson("/webhook", Map.of("action", "ANNOTATION_CREATED"));
    }

    @Override
    public int refusal() {
        return 401;
    }

    private Broker.Event eventOf(String name) throws Exception {
        List<byte[]> posts = broker.recordingOf(() -> {
            int status = send(Recording.webhook(name));
            if (status != 204) {
                checks.same(204, status, name);
            }
        });
        return posts.size() == 1 ? Broker.Event.of(posts.getFirst()) : null;
    }

    private int send(Object webhook) throws IOException, InterruptedException {
        return caller.postJson("/webhook", webhook, "X-Webhook-Secret", Subject.Source.SECRET)
                .statusCode();
    }

    /** Attribute by attribute, but for the time: that of a deletion is when its webhook came. */
    private boolean compare(String name, Object example, Broker.Event event) {
        int before = checks.differences();
        for (String attribute : List.of("specversion", "id", "source", "type", "subject", "dataschema", "partitionkey")) {
            Object found = event.headers().get("ce-" + attribute);
            if (!String.valueOf(Json.at(example, attribute)).equals(found)) {
                checks.same(Json.at(example, attribute), found, name + ": ce-" + attribute);
            }
        }
        if (!"application/json".equals(event.headers().get("content-type"))) {
            checks.same("application/json", event.headers().get("content-type"), name + ": content-type");
        }
        if (!Json.read(event.data()).equals(Json.at(example, "data"))) {
            checks.that(false, name + ": its data are those of the catalogue");
        }
        return checks.differences() == before;
    }

    /** By the name of the webhook that was translated, those that became one event. */
    private static Map<String, Object> examples() throws IOException {
        Map<String, Object> examples = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CATALOGUE)) {
            for (Path file : files.filter(each -> each.getParent().endsWith("examples")).toList()) {
                examples.put(file.getFileName().toString().replace(".json", ""), Json.read(Files.readString(file)));
            }
        }
        examples.keySet().retainAll(Recording.webhooks());
        return examples;
    }
}
