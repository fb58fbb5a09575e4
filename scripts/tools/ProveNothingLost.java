import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A labelling session on a real Label Studio while what stands between it and PostgreSQL is killed at random; then the
 * tables are compared with Label Studio's own export. scripts/prove-nothing-lost runs it, and its --help tells the settings.
 */
final class ProveNothingLost implements AutoCloseable {

    private static final String CONFIG = "<View><Labels name=\"label\" toName=\"text\"><Label value=\"VESSEL\"/>"
            + "<Label value=\"PORT\"/></Labels><Text name=\"text\" value=\"$text\"/></View>";

    /** Of an annotation, beside its regions. */
    private static final List<String> FIELDS = List.of(
            "task", "completed_by", "was_cancelled", "ground_truth", "created_at", "updated_at", "lead_time",
            "parent_prediction", "unique_id");

    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final Checks checks = new Checks();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LabelStudio labelStudio;
    private final Pipeline pipeline;
    private final List<Long> projects = new ArrayList<>();
    private final List<Long> swept = new ArrayList<>();
    private final long seed;

    private ProveNothingLost(LabelStudio labelStudio, Pipeline pipeline, long seed) {
        this.labelStudio = labelStudio;
        this.pipeline = pipeline;
        this.seed = seed;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public static void main(String[] args) {
        long seed = Long.parseLong(Environment.setting("SEED", String.valueOf(System.nanoTime() % 1_000_000)));
        try (LabelStudio labelStudio = new LabelStudio(
                        Environment.setting("LABEL_STUDIO_URL", ""), Environment.setting("LABEL_STUDIO_PAT", ""));
                Pipeline pipeline = Pipeline.start(Path.of(args[0]), Path.of(args[1]));
                ProveNothingLost run = new ProveNothingLost(labelStudio, pipeline, seed)) {
            run.all();
            int differences = run.checks.differences();
            System.out.println(differences == 0 ? "nothing is lost" : differences + " differences, with SEED=" + seed);
            run.close();
            pipeline.close();
            System.exit(differences == 0 ? 0 : 1);
        } catch (IOException | IllegalStateException e) {
            System.err.println("scripts/prove-nothing-lost: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    private void all() throws IOException, InterruptedException {
        int seconds = Integer.parseInt(Environment.setting("SECONDS_OF_LABELLING", "60"));
        int annotators = Integer.parseInt(Environment.setting("ANNOTATORS", "3"));
        System.out.printf(
                "Label Studio %s; %d annotators for %d s, SEED=%d%n",
                Json.at(labelStudio.get("/api/version"), "release"), annotators, seconds, seed);
        long kept = createProject("kept");
        long emptied = createProject("emptied");
        long deleted = createProject("deleted");

        checks.part("a labelling session, while source, broker and sink are killed and PostgreSQL is stopped");
        Session session = new Session(labelStudio, kept, seed);
        try (Chaos chaos = new Chaos(pipeline, new Random(seed))) {
            chaos.begin();
            for (long project : List.of(kept, emptied, deleted)) {
                session.importTasks(project, 20);
            }
            session.run(annotators, Duration.ofSeconds(seconds));
            labelStudio.delete("/api/projects/%d/tasks/".formatted(emptied));
            labelStudio.delete("/api/projects/%d/".formatted(deleted));
            projects.remove(deleted);
            checks.ok("done in Label Studio: " + session.done());
            checks.ok("meanwhile: " + chaos.killed());
        }
        pipeline.awaitAll();
        checks.that(pipeline.awaitEmptyQueue(), "the broker has delivered all it took");

        checks.part("what the webhooks brought");
        Passage sent = pipeline.webhooks();
        checks.ok("sent: %d webhooks by Label Studio, of which the source did not take %d"
                .formatted(sent.came(), sent.came() - sent.taken()));
        Passage seen = pipeline.deliveries();
        // what reconcile finds alone says nothing of source and broker
        checks.that(
                seen.events() > 0,
                "seen: %d events by the sink, and %d duplicates of them".formatted(seen.events(), seen.repeats()));
        checks.ok("%d tasks and annotations are not as in Label Studio".formatted(differences(kept, false)));

        checks.part("reconcile");
        Map<String, Long> repaired = reconcile();
        checks.ok("repaired: " + repaired);
        checks.same(Map.of(), reconcile(), "a second time there is nothing to repair");

        checks.part("compared with Label Studio's own export");
        checks.that(!inLabelStudio(kept).isEmpty(), "there is something to compare");
        checks.same(0, differences(kept, true), "project %d: tasks, annotations and regions that differ".formatted(kept));
        checks.same(0, differences(emptied, true), "project %d, all of whose tasks were deleted".formatted(emptied));
        checks.same(404, status("/projects/%d/export".formatted(deleted)), "a project that was deleted is gone");
    }

    /** What a full sweep of this run's projects repaired, by kind. */
    private Map<String, Long> reconcile() throws IOException, InterruptedException {
        Map<String, Long> repaired = new TreeMap<>();
        for (long project : swept) {
            Object report = Json.read(post(pipeline.sink() + "/reconcile?full=true&project=" + project));
            for (Object one : Json.list(report, "projects")) {
                if (Json.at(one, "repaired") instanceof Map<?, ?> kinds) {
                    kinds.forEach((kind, number) -> repaired.merge(
                            String.valueOf(kind), ((Number) number).longValue(), Long::sum));
                }
            }
        }
        return repaired;
    }

    private long createProject(String title) throws IOException, InterruptedException {
        Object project = labelStudio.post(
                "/api/projects/",
                Map.of("title", "prove " + title + " " + UUID.randomUUID().toString().substring(0, 8), "label_config", CONFIG));
        long id = Json.number(project, "id");
        projects.add(id);
        swept.add(id);
        labelStudio.post(
                "/api/webhooks/",
                Map.of(
                        "project", id,
                        "url", pipeline.webhooks().url() + "/webhook",
                        "send_payload", true,
                        "send_for_all_actions", true,
                        "headers", Map.of("X-Webhook-Secret", Pipeline.SECRET)));
        return id;
    }

    /** How many tasks and annotations of a project differ between Label Studio's export and the sink's. */
    private int differences(long project, boolean tell) throws IOException, InterruptedException {
        Map<String, String> expected = inLabelStudio(project);
        Map<String, String> found = new TreeMap<>();
        for (String line : get("/projects/%d/export?format=jsonl".formatted(project)).split("\n")) {
            if (!line.isBlank()) {
                describe(Json.read(line), found);
            }
        }
        List<String> different = new ArrayList<>();
        expected.forEach((thing, state) -> {
            if (!state.equals(found.get(thing))) {
                different.add("%s is %s, and in the tables %s".formatted(thing, state, found.get(thing)));
            }
        });
        found.keySet().stream()
                .filter(thing -> !expected.containsKey(thing))
                .forEach(thing -> different.add(thing + " is no more, and in the tables it is"));
        if (tell) {
            different.stream().limit(10).forEach(one -> System.out.println("    " + one));
            checks.ok("%d tasks and annotations in Label Studio, %d in the tables"
                    .formatted(expected.size(), found.size()));
        }
        return different.size();
    }

    private Map<String, String> inLabelStudio(long project) throws IOException, InterruptedException {
        Map<String, String> things = new TreeMap<>();
        for (Object task : Json.list(labelStudio.get(
                "/api/projects/%d/export?exportType=JSON&download_all_tasks=true".formatted(project)))) {
            describe(task, things);
        }
        return things;
    }

    private static void describe(Object task, Map<String, String> things) {
        things.put("task " + Json.number(task, "id"), sorted(Json.at(task, "data")));
        for (Object annotation : Json.list(task, "annotations")) {
            Map<String, Object> state = new LinkedHashMap<>();
            for (String field : FIELDS) {
                state.put(field, Json.at(annotation, field));
            }
            List<String> regions = new ArrayList<>();
            Json.list(annotation, "result").forEach(region -> regions.add(sorted(region)));
            state.put("result", regions);
            things.put("annotation " + Json.number(annotation, "id"), Json.write(state));
        }
    }

    private static String sorted(Object json) {
        return switch (json) {
            case Map<?, ?> map -> {
                Map<String, String> fields = new TreeMap<>();
                map.forEach((name, value) -> fields.put(String.valueOf(name), sorted(value)));
                yield fields.toString();
            }
            case List<?> list -> list.stream().map(ProveNothingLost::sorted).toList().toString();
            case Number number -> String.valueOf(number.doubleValue());
            case null, default -> String.valueOf(json);
        };
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(request(pipeline.sink() + path).build(), BodyHandlers.ofString()).body();
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(request(pipeline.sink() + path).build(), BodyHandlers.discarding()).statusCode();
    }

    private String post(String url) throws IOException, InterruptedException {
        var answer = http.send(request(url).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        if (answer.statusCode() == 404) {
            return "{}"; // a project that is gone on both sides
        }
        if (answer.statusCode() != 200) {
            throw new IOException("POST %s answers %d: %s".formatted(url, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(SWEEP);
    }

    @Override
    public void close() {
        for (long project : List.copyOf(projects)) {
            try {
                labelStudio.delete("/api/projects/%d/".formatted(project));
                projects.remove(project);
            } catch (IOException e) {
                System.err.println("project " + project + " is still there: " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
