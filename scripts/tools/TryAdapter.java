import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The adapter between a real Label Studio and a real Triton, gone through from end to end. scripts/try-adapter runs it,
 * and its --help tells the settings.
 */
final class TryAdapter implements AutoCloseable {

    private static final List<String> LABELS =
            List.of("VESSEL", "HS_CODE", "PORT", "COMMODITY", "IMO", "FLAG", "RISK_LEVEL", "DATE");

    private static final String LABEL_CONFIG = LABELS.stream()
            .map("    <Label value=\"%s\"/>\n"::formatted)
            .collect(Collectors.joining(
                    "",
                    "<View>\n  <Labels name=\"label\" toName=\"text\">\n",
                    "  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n</View>"));

    /** Texts that are easy to count wrongly in. */
    private static final List<String> TEXTS = List.of(
            "MV NORTHERN STAR (IMO 9321483) loaded soybeans HS 1201.90 at Santos on 2024-03-01.",
            "\uD83D\uDEA2 MV OCEAN PRIDE \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 left Rotterdam,"
                    + " \uD83C\uDDF1\uD83C\uDDF7 flag, on 2024-05-17.",
            "Cafe\u0301 from Sa\u0303o Paulo, HS 0901.21, via Santos; a\u030A\u0323ngstro\u0308m. MV A\u0308GIR SEA.",
            "\u0627\u0644\u0633\u0641\u064A\u0646\u0629 MV DESERT ROSE \u0648\u0635\u0644\u062A \u0625\u0644\u0649"
                    + " Singapore \u0628\u062A\u0627\u0631\u064A\u062E 2023-11-30\u200F.",
            "\u05D4\u05D0\u05D5\u05E0\u05D9\u05D9\u05D4 MV HAIFA BAY \u05D4\u05D2\u05D9\u05E2\u05D4"
                    + " \u05DC\u2011Rotterdam, IMO 9074729.",
            "Line one\r\nMV CRLF TRADER\r\nPort: Shanghai\r\nHS 8471.30\r\n\r\nDate: 2024-02-29\r\n",
            "\u4E0A\u6D77\u6E2F Shanghai \u2192 \u9E7F\u7279\u4E39 Rotterdam\uFF0CMV \u5927\u6D77 HS 8703.23"
                    + " \uD842\uDFB7\uD842\uDFB7 IMO 9811000",
            "\tTabs\tand  spaces\u00A0\u2003MV THIN AIR\u2009at\u202FSantos \uFEFF2022-01-31\u0007?",
            "ﬁne ﬂour, İstanbul, Straße, K \u212B \uD835\uDD38\uD835\uDD39 HS 1101.00 at Singapore;"
                    + " \uD83D\uDE00\uD83D\uDE00 MV MATH BOLD",
            " ");

    /** Of a project: what no event has. */
    private static final Set<String> SECRETS = Set.of("token", "task_data_login", "task_data_password");

    private final LabelStudio labelStudio;
    private final FunctionProcess adapter;
    private final String reached;
    private final int tasks;
    private final String password = UUID.randomUUID().toString();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Long> projects = new ArrayList<>();
    private final Map<Long, String> texts = new HashMap<>();
    private final Checks checks = new Checks();

    private TryAdapter(LabelStudio labelStudio, Path jar, Path log) throws IOException, InterruptedException {
        this.labelStudio = labelStudio;
        this.tasks = Integer.parseInt(Environment.setting("TASKS", "40"));
        String host = Environment.setting("ADAPTER_HOST", "127.0.0.1");
        Map<String, String> settings = new HashMap<>();
        settings.put("DEFAULT_MODEL", Environment.setting("DEFAULT_MODEL", "ner_text"));
        settings.put("BASIC_AUTH_USER", "label-studio");
        settings.put("BASIC_AUTH_PASS", password);
        this.adapter = FunctionProcess.start(jar, log, List.of("-Xmx256m"), !host.equals("127.0.0.1"), settings);
        this.reached = "http://%s:%d".formatted(host, adapter.port());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public static void main(String[] args) {
        try (LabelStudio labelStudio = new LabelStudio(
                        Environment.setting("LABEL_STUDIO_URL", ""), Environment.setting("LABEL_STUDIO_PAT", ""));
                TryAdapter run = new TryAdapter(labelStudio, Path.of(args[0]), Path.of(args[1]))) {
            run.all();
            System.out.printf(
                    run.checks.differences() == 0
                            ? "all as it should be%n"
                            : "%d differences; the adapter said what is in %s%n",
                    run.checks.differences(),
                    args[1]);
            run.close();
            System.exit(run.checks.differences() == 0 ? 0 : 1);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("scripts/try-adapter: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    private void all() throws IOException, InterruptedException {
        System.out.printf(
                "Label Studio %s, by %s; model %s at %s; adapter at %s, pid %d%n",
                Json.at(labelStudio.get("/api/version"), "release"),
                labelStudio.hasPersonalAccessToken() ? "personal access token" : "legacy token",
                Environment.setting("DEFAULT_MODEL", "ner_text"),
                Environment.setting("TRITON_BASE_URL", ""),
                reached,
                adapter.pid());

        long project = createProject("ML backend");
        List<Long> ids = importTasks(project);
        long backend = register(project);
        String version = setUp(project);

        checks.part("predictions retrieved");
        retrieve(project, ids);
        List<?> first = predictions(project);
        checkPredictions(first, ids, version);
        retrieve(project, ids);
        List<?> second = predictions(project);
        checks.that(
                second.size() == first.size(), "retrieved again: %d predictions, as before".formatted(second.size()));
        checks.that(results(second).equals(results(first)), "retrieved again: the same regions with the same ids");
        interactive(backend, ids, first);

        checks.part("events of created tasks");
        long other = createProject("pre-annotation");
        List<Long> created = importTasks(other);
        String event = event(other, created);
        checks.that(tell(List.of(event)), "told once");
        checkPredictions(predictions(other), created, version);
        checks.that(tell(List.of(event)), "told again");
        checks.that(
                predictions(other).size() == created.size(),
                "no duplicates: %d predictions".formatted(predictions(other).size()));
        long third = createProject("pre-annotation at once");
        List<Long> more = importTasks(third);
        String same = event(third, more);
        checks.that(tell(List.of(same, same, same, same)), "told four times at once of other tasks");
        checkPredictions(predictions(third), more, version);
    }

    private long createProject(String title) throws IOException, InterruptedException {
        Object answer = labelStudio.post(
                "/api/projects/", Map.of("title", "try-adapter: " + title, "label_config", LABEL_CONFIG));
        long id = Json.number(answer, "id");
        projects.add(id);
        checks.ok("project %d created".formatted(id));
        return id;
    }

    private List<Long> importTasks(long project) throws IOException, InterruptedException {
        List<Map<String, String>> data = IntStream.range(0, tasks)
                .mapToObj(i -> Map.of(
                        "text",
                        i < TEXTS.size()
                                ? TEXTS.get(i)
                                : i + ". " + TEXTS.get(i % TEXTS.size()).repeat(1 + i)))
                .toList();
        Object answer = labelStudio.post("/api/projects/%d/import?return_task_ids=true".formatted(project), data);
        List<Long> ids = Json.list(answer, "task_ids").stream()
                .map(id -> ((Number) id).longValue())
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            texts.put(ids.get(i), data.get(i).get("text"));
        }
        checks.that(ids.size() == tasks, "%d tasks imported".formatted(ids.size()));
        return ids;
    }

    private long register(long project) throws IOException, InterruptedException {
        Map<String, Object> backend = new LinkedHashMap<>();
        backend.put("url", reached);
        backend.put("project", project);
        backend.put("title", "try-adapter");
        backend.put("auth_method", "BASIC_AUTH");
        backend.put("basic_auth_user", "label-studio");
        backend.put("basic_auth_pass", password);
        backend.put("is_interactive", true);
        Object answer = labelStudio.post("/api/ml/", backend);
        long id = Json.number(answer, "id");
        checks.that(
                "CO".equals(Json.at(answer, "state")),
                "ML backend %d registered: %s".formatted(id, Json.at(answer, "readable_state")));
        return id;
    }

    private String login() {
        byte[] login = ("label-studio:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private String setUp(long project) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(adapter.url() + "/setup"))
                .header("Content-Type", "application/json")
                .header("Authorization", login())
                .POST(BodyPublishers.ofString(Json.write(Map.of("project", project + ".0", "schema", LABEL_CONFIG))))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        String version =
                answer.statusCode() == 200 ? (String) Json.at(Json.read(answer.body()), "model_version") : null;
        checks.that(version != null, "/setup answers %d, model version %s".formatted(answer.statusCode(), version));
        return String.valueOf(version);
    }

    /** As the data manager does. */
    private void retrieve(long project, List<Long> ids) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Object answer = labelStudio.post(
                "/api/dm/actions/?id=retrieve_tasks_predictions&project=" + project,
                Map.of(
                        "selectedItems", Map.of("all", false, "included", ids),
                        "ordering", List.of(),
                        "filters", Map.of("conjunction", "and", "items", List.of()),
                        "project", project));
        checks.that(
                Json.number(answer, "processed_items") == ids.size(),
                "%s (%d ms)"
                        .formatted(
                                Json.at(answer, "detail"),
                                Duration.ofNanos(System.nanoTime() - begin).toMillis()));
    }

    private List<?> predictions(long project) throws IOException, InterruptedException {
        return Json.list(labelStudio.get("/api/predictions/?project=" + project));
    }

    private void checkPredictions(List<?> predictions, List<Long> ids, String version) {
        Set<Long> told =
                predictions.stream().map(p -> Json.number(p, "task")).collect(Collectors.toCollection(TreeSet::new));
        checks.that(
                predictions.size() == ids.size() && told.equals(new TreeSet<>(ids)),
                "%d predictions for %d of %d tasks".formatted(predictions.size(), told.size(), ids.size()));
        checks.that(
                predictions.stream().allMatch(p -> version.equals(Json.at(p, "model_version"))),
                "all of model version " + version);
        List<String> wrong = predictions.stream()
                .flatMap(p -> Json.list(p, "result").stream().flatMap(r -> wrong(r, texts.get(Json.number(p, "task")))))
                .toList();
        Map<Object, Long> labels = predictions.stream()
                .flatMap(p -> Json.list(p, "result").stream())
                .collect(Collectors.groupingBy(r -> Json.at(r, "value", "labels", 0), Collectors.counting()));
        long regions = labels.values().stream().mapToLong(Long::longValue).sum();
        checks.that(regions > 0, "%d regions: %s".formatted(regions, labels));
        checks.that(
                wrong.isEmpty(),
                wrong.isEmpty()
                        ? "all fit the label config and the texts, in code points"
                        : wrong.size() + " regions do not fit: " + wrong.getFirst());
        long inAstral = predictions.stream()
                .filter(p -> !Json.list(p, "result").isEmpty())
                .map(p -> texts.getOrDefault(Json.number(p, "task"), ""))
                .filter(text -> text.codePoints().anyMatch(Character::isSupplementaryCodePoint))
                .count();
        checks.that(
                inAstral > 0,
                "%d of the tasks with regions have characters beyond UTF-16's first plane".formatted(inAstral));
    }

    private static Stream<String> wrong(Object region, String text) {
        int[] points = Objects.requireNonNullElse(text, "").codePoints().toArray();
        long start = Json.number(region, "value", "start");
        long end = Json.number(region, "value", "end");
        boolean inText = 0 <= start && start < end && end <= points.length;
        boolean right = inText
                && new String(points, (int) start, (int) (end - start)).equals(Json.at(region, "value", "text"))
                && "label".equals(Json.at(region, "from_name"))
                && "text".equals(Json.at(region, "to_name"))
                && "labels".equals(Json.at(region, "type"))
                && Json.at(region, "id") instanceof String
                && Json.list(region, "value", "labels").size() == 1
                && LABELS.containsAll(Json.list(region, "value", "labels"));
        return right ? Stream.empty() : Stream.of(Json.write(region));
    }

    private static Map<Long, List<?>> results(List<?> predictions) {
        return predictions.stream()
                .collect(Collectors.toMap(p -> Json.number(p, "task"), p -> Json.list(p, "result"), (one, _) -> one));
    }

    /** Asks for one task, without and with what an annotator has drawn already. */
    private void interactive(long backend, List<Long> ids, List<?> predictions)
            throws IOException, InterruptedException {
        long task = ids.get(1);
        List<?> stored = results(predictions).getOrDefault(task, List.of());
        List<?> all = interactive(backend, task, List.of());
        checks.that(all.equals(stored) && !all.isEmpty(), "interactive: %d regions, as stored".formatted(all.size()));
        List<?> rest = interactive(backend, task, stored.subList(0, Math.min(1, stored.size())));
        checks.that(
                rest.equals(stored.subList(Math.min(1, stored.size()), stored.size())),
                "interactive, one of them drawn: %d regions".formatted(rest.size()));
    }

    private List<?> interactive(long backend, long task, List<?> drawn) throws IOException, InterruptedException {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("result", drawn);
        context.put("annotation_id", null);
        context.put("draft_id", 0);
        context.put("user_id", 1);
        Object answer = labelStudio.post(
                "/api/ml/%d/interactive-annotating".formatted(backend), Map.of("task", task, "context", context));
        return Json.list(answer, "data", "result");
    }

    /** What the source makes of Label Studio's webhook, with the tasks and the project as they are there. */
    private String event(long project, List<Long> ids) throws IOException, InterruptedException {
        Map<Object, Object> saved =
                new LinkedHashMap<>((Map<?, ?>) labelStudio.get("/api/projects/%d/".formatted(project)));
        saved.keySet().removeAll(SECRETS);
        List<?> data = Json.list(
                labelStudio.get("/api/tasks/?project=%d&fields=all&page_size=%d".formatted(project, ids.size())),
                "tasks");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", "try-adapter-" + UUID.randomUUID());
        event.put("source", labelStudio.url());
        event.put("type", "io.oceanid.labelstudio.tasks.created.v1");
        event.put("subject", "projects/" + project);
        event.put("time", Instant.now().toString());
        event.put("datacontenttype", "application/json");
        event.put("data", Map.of("project", saved, "tasks", data));
        return Json.write(event);
    }

    /** Sends events at once, and those that are not taken again, as a broker does. */
    private boolean tell(List<String> events) {
        List<String> left = events;
        for (int attempt = 1; attempt <= 5 && !left.isEmpty(); attempt++) {
            List<CompletableFuture<HttpResponse<String>>> calls =
                    left.stream().map(this::send).toList();
            List<String> again = new ArrayList<>();
            for (int i = 0; i < calls.size(); i++) {
                HttpResponse<String> answer = calls.get(i).join();
                if (answer.statusCode() / 100 != 2) {
                    System.out.printf("      the adapter answers %d: %s%n", answer.statusCode(), answer.body());
                    if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                        return false;
                    }
                    again.add(left.get(i));
                }
            }
            left = again;
        }
        return left.isEmpty();
    }

    private CompletableFuture<HttpResponse<String>> send(String event) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(adapter.url() + "/"))
                .header("Content-Type", "application/cloudevents+json; charset=utf-8")
                .header("Authorization", login())
                .timeout(Duration.ofMinutes(3))
                .POST(BodyPublishers.ofString(event))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    /** Deletes what was created, and stops the adapter. */
    @Override
    public synchronized void close() {
        for (Long project : List.copyOf(projects)) {
            try {
                labelStudio.delete("/api/projects/%d/".formatted(project));
                projects.remove(project);
            } catch (IOException e) {
                System.err.printf("project %d is left behind: %s%n", project, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        adapter.close();
        http.shutdownNow();
    }
}
