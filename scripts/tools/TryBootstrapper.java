import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * The bootstrapper on a real Label Studio, gone through from end to end. scripts/try-bootstrapper runs it, and its --help
 * tells the settings.
 */
final class TryBootstrapper implements AutoCloseable {

    private static final String EXAMPLE = "functions/project-bootstrapper/examples/trade-documents.yaml";
    private static final String SECRET_HEADER = "X-Webhook-Secret";

    /** As the example has them. */
    private static final List<String> LABELS =
            List.of("VESSEL", "HS_CODE", "PORT", "COMMODITY", "IMO", "FLAG", "RISK_LEVEL", "DATE");

    /** Of the webhook that is declared. */
    private static final Set<String> ACTIONS = Set.of("ANNOTATION_CREATED", "TASKS_CREATED");

    /** What Label Studio changes by itself when it is asked. */
    private static final Set<String> VOLATILE = Set.of("updated_at", "id", "created_at");

    private final Checks checks = new Checks();
    /** In the title of each project that this run makes, and so in none of anybody else's. */
    private final String run = "try-" + UUID.randomUUID().toString().substring(0, 8);

    private final String login = UUID.randomUUID().toString();
    private final String secret = UUID.randomUUID().toString();
    private final LabelStudio labelStudio;
    private final Path bootstrapperJar;
    private final Path adapterJar;
    private final Path logs;
    private final String host;
    private final boolean everywhere;
    private final Path folder;
    private final WebhookListener listener;
    private final FunctionProcess adapter;
    /** Of a backend without a login that is not there yet. */
    private final int sleeping = FunctionProcess.freePort();

    private final List<AutoCloseable> open = new ArrayList<>();
    private Bootstrapper bootstrapper;
    private boolean isClosed;

    private TryBootstrapper(LabelStudio labelStudio, Path bootstrapperJar, Path adapterJar, Path logs)
            throws IOException, InterruptedException {
        this.labelStudio = labelStudio;
        // before anything is started
        labelStudio.get("/api/projects/?include=id&page_size=1");
        this.bootstrapperJar = bootstrapperJar;
        this.adapterJar = adapterJar;
        this.logs = logs;
        this.host = Environment.setting("ADAPTER_HOST", "127.0.0.1");
        this.everywhere = !host.equals("127.0.0.1");
        this.folder = Files.createTempDirectory("declarations");
        this.listener = opened(new WebhookListener(everywhere ? "0.0.0.0" : "127.0.0.1", SECRET_HEADER));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        this.adapter = startAdapter(
                FunctionProcess.freePort(), Map.of("BASIC_AUTH_USER", "label-studio", "BASIC_AUTH_PASS", login));
        this.bootstrapper = start(Map.of());
    }

    public static void main(String[] args) {
        try (LabelStudio labelStudio = new LabelStudio(
                        Environment.setting("LABEL_STUDIO_URL", ""), Environment.setting("LABEL_STUDIO_PAT", ""));
                TryBootstrapper run =
                        new TryBootstrapper(labelStudio, Path.of(args[0]), Path.of(args[1]), Path.of(args[2]))) {
            run.all();
            int differences = run.checks.differences();
            System.out.printf(
                    differences == 0 ? "all as it should be%n" : "%d differences; what the functions said is in %s%n",
                    differences,
                    run.logs);
            System.exit(differences == 0 ? 0 : 1);
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println("scripts/try-bootstrapper: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    private void all() throws IOException, InterruptedException {
        System.out.printf(
                "Label Studio %s, by %s; adapter at %s, pid %d; bootstrapper's pid %d; run %s%n",
                Json.at(labelStudio.get("/api/version"), "release"),
                labelStudio.hasPersonalAccessToken() ? "personal access token" : "legacy token",
                url(adapter.port()),
                adapter.pid(),
                bootstrapper.pid(),
                run);
        DeclarationFile declared = declaration("papers");
        planned(declared);
        long project = applied(declared);
        appliedAgain(project, declared);
        drifted(project, declared);
        labelInUse(project, declared);
        undeclared(project, declared);
        namesake();
        atOnce();
        examples();
        shortFormWithABackendAsleep();
        createdByHand();
        halfDone();
        withoutLabelStudio();
        new TryImports(labelStudio, checks, this).all();
        secretsStaySecret();
    }

    /** The example as a project of this run, with the adapter as its backend and the listener as its webhook. */
    private DeclarationFile declaration(String name) throws IOException {
        return DeclarationFile.read(Path.of(EXAMPLE))
                .with("name: %s-%s".formatted(run, name))
                .with("title: \"%s\"".formatted(title(name)))
                .with("""
                    backends:
                      - url: %s
                        title: ls-triton-adapter
                        interactive: true
                        login: {user: label-studio, password: "${secret:adapter}"}
                    """.formatted(url(adapter.port())))
                .with("""
                    webhooks:
                      - url: %s/webhook
                        actions: [%s]
                        headers: {%s: "${secret:webhook}"}
                    """.formatted(url(listener.port()), String.join(", ", ACTIONS), SECRET_HEADER));
    }

    private String title(String name) {
        return "%s: %s".formatted(run, name);
    }

    private void planned(DeclarationFile declared) throws IOException, InterruptedException {
        checks.part("plan of a project that is not there");
        Bootstrapper.Answer plan = bootstrapper.plan(declared);
        answers(200, plan, "/plan answers 200");
        checks.same(created("papers", ""), plan.steps(), "it says: create project, backend and webhook, import tasks");
        checks.same(true, plan.at("changes"), "and that there are changes");
        checks.same(List.of(), projects(title("papers")), "nothing is there yet");
        checks.that(!plan.text().contains(login) && !plan.text().contains(secret), "no secret is in the answer");
    }

    private long applied(DeclarationFile declared) throws IOException, InterruptedException {
        checks.part("apply");
        Bootstrapper.Answer report = bootstrapper.apply(declared, "");
        answers(200, report, "/apply answers 200");
        checks.same(created("papers", ", done"), report.steps(), "each step is reported as done");
        long project = Json.number(report.json(), "project");
        checks.same(
                List.of(project),
                projects(title("papers")),
                "there is one project of that title, %d".formatted(project));
        isAsDeclared(project, "papers");
        hasDeclaredTasks(project);
        checks.that(!report.text().contains(login) && !report.text().contains(secret), "no secret is in the answer");
        return project;
    }

    private void answers(int status, Bootstrapper.Answer answer, String what) {
        boolean holds = answer.status() == status;
        checks.that(holds, holds ? what : "%s: %d, %s".formatted(what, answer.status(), answer.text()));
    }

    private List<String> created(String name, String outcome) {
        return List.of(
                "create project %s%s".formatted(title(name), outcome),
                "create backend %s%s".formatted(url(adapter.port()), outcome),
                "create webhook %s/webhook%s".formatted(url(listener.port()), outcome),
                "import 2 tasks%s".formatted(outcome));
    }

    private void isAsDeclared(long project, String title) throws IOException, InterruptedException {
        isAsDeclared(project, title, title);
    }

    private void isAsDeclared(long project, String title, String name) throws IOException, InterruptedException {
        Object there = project(project);
        checks.same(title(title), Json.at(there, "title"), "its title is as declared");
        checks.same(
                "Vessels, ports and goods in trade documents.\n\n[oceanid:%s-%s]".formatted(run, name),
                Json.at(there, "description"),
                "its description is as declared, with the mark");
        checks.same(LABELS, labels(there), "its label config has the labels as declared");
        checks.that(
                String.valueOf(Json.at(there, "label_config")).contains("predicted_values=\"SHIP,BOAT\""),
                "and what models call them");
        checks.that(
                String.valueOf(Json.at(there, "expert_instruction")).contains("an HS code is marked without"),
                "the instruction is there");
        Map<String, Object> settings = new TreeMap<>();
        for (String setting : List.of(
                "show_instruction",
                "enable_empty_annotation",
                "sampling",
                "maximum_annotations",
                "show_collab_predictions")) {
            settings.put(setting, Json.at(there, setting));
        }
        checks.same(
                new TreeMap<>(Map.of(
                        "show_instruction", true,
                        "enable_empty_annotation", true,
                        "sampling", "Sequential sampling",
                        "maximum_annotations", 1L,
                        "show_collab_predictions", true)),
                settings,
                "settings: " + settings);
        List<?> backends = backends(project);
        checks.that(
                backends.size() == 1
                        && url(adapter.port()).equals(Json.at(backends, 0, "url"))
                        && "BASIC_AUTH".equals(Json.at(backends, 0, "auth_method"))
                        && Boolean.TRUE.equals(Json.at(backends, 0, "is_interactive")),
                "one backend, with login, interactive");
        checks.same("Connected", Json.at(backends, 0, "readable_state"), "Label Studio says of it: Connected");
        List<?> webhooks = webhooks(project);
        checks.same(
                List.of(url(listener.port()) + "/webhook"),
                webhooks.stream().map(webhook -> Json.at(webhook, "url")).toList(),
                "one webhook, none that came with the backend");
        checks.that(
                Boolean.TRUE.equals(Json.at(webhooks, 0, "is_active"))
                        && Boolean.TRUE.equals(Json.at(webhooks, 0, "send_payload"))
                        && Boolean.FALSE.equals(Json.at(webhooks, 0, "send_for_all_actions"))
                        && Set.copyOf(Json.list(webhooks, 0, "actions")).equals(ACTIONS)
                        && Map.of(SECRET_HEADER, secret).equals(Json.at(webhooks, 0, "headers")),
                "it is active, with the actions and the header as declared");
    }

    private void hasDeclaredTasks(long project) throws IOException, InterruptedException {
        List<String> texts = tasks(project, 10).stream()
                .map(task -> String.valueOf(Json.at(task, "data", "text")))
                .toList();
        checks.that(
                texts.size() == 2
                        && texts.stream().anyMatch(text -> text.endsWith("HS code 0901.21."))
                        && texts.stream().anyMatch(text -> text.endsWith("by M/T Hai Feng 628.")),
                "it has the declared tasks, each once");
    }

    private void appliedAgain(long project, DeclarationFile declared) throws IOException, InterruptedException {
        checks.part("apply again");
        List<?> webhooks = webhooks(project);
        Map<String, Object> before = state(project);
        Bootstrapper.Answer report = bootstrapper.apply(declared, "");
        checks.same(List.of(), report.steps(), "no step");
        checks.same(before, state(project), "project, backends and webhooks are as before");
        checks.same(webhooks, webhooks(project), "webhooks also with their ids and times of change");
        isPlannedNoMore(declared);
    }

    private void isPlannedNoMore(DeclarationFile declared) throws IOException, InterruptedException {
        Bootstrapper.Answer plan = bootstrapper.plan(declared);
        checks.that(
                plan.steps().isEmpty() && Boolean.FALSE.equals(plan.at("changes")),
                "the plan is empty" + (plan.steps().isEmpty() ? "" : ": " + plan.steps()));
    }

    private void drifted(long project, DeclarationFile declared) throws IOException, InterruptedException {
        checks.part("what people change by hand");
        Map<String, Object> before = state(project);
        Object webhook = webhooks(project).getFirst();
        labelStudio.patch(
                "/api/webhooks/%d/".formatted(Json.number(webhook, "id")),
                Map.of("is_active", false, "actions", Json.list(webhook, "actions")));
        String config = String.valueOf(Json.at(project(project), "label_config"));
        labelStudio.patch(
                "/api/projects/%d/".formatted(project),
                Map.of(
                        "title",
                        title("papers, by hand"),
                        "label_config",
                        config.replace("</Labels>", "<Label value=\"CARRIER\"/></Labels>")));
        labelStudio.delete("/api/ml/" + Json.number(backends(project), 0, "id"));
        checks.that(
                !state(project).equals(before) && labels(project(project)).contains("CARRIER"),
                "title changed, label added, webhook switched off, backend deleted");

        List<String> expected = List.of(
                "update project %s: title".formatted(title("papers")),
                "update label config: label_config",
                "create backend " + url(adapter.port()),
                "update webhook %s/webhook: is_active".formatted(url(listener.port())));
        checks.same(expected, bootstrapper.plan(declared).steps(), "the plan tells each");
        Bootstrapper.Answer report = bootstrapper.apply(declared, "");
        checks.same(expected.stream().map(step -> step + ", done").toList(), report.steps(), "the apply does each");
        checks.same(before, state(project), "project, backends and webhooks are as they were");
        isPlannedNoMore(declared);
    }

    private void labelInUse(long project, DeclarationFile declared) throws IOException, InterruptedException {
        checks.part("a label in use");
        listener.forget();
        long task = Json.number(
                labelStudio.post(
                        "/api/projects/%d/import?return_task_ids=true".formatted(project),
                        List.of(Map.of("text", "MV OCEAN PEARL left Santos."))),
                "task_ids",
                0);
        labelStudio.post(
                "/api/tasks/%d/annotations/".formatted(task),
                Map.of(
                        "result",
                        List.of(Map.of(
                                "id", "one",
                                "from_name", "label",
                                "to_name", "text",
                                "type", "labels",
                                "value",
                                        Map.of(
                                                "start",
                                                0,
                                                "end",
                                                14,
                                                "text",
                                                "MV OCEAN PEARL",
                                                "labels",
                                                List.of("VESSEL"))))));
        checks.same(
                Set.of(
                        new WebhookListener.Call("/webhook", "TASKS_CREATED", secret),
                        new WebhookListener.Call("/webhook", "ANNOTATION_CREATED", secret)),
                calls(2),
                "task imported, annotated with VESSEL: both webhooks came, with the secret");

        DeclarationFile without = declared.with(
                declared.section("labels").replaceFirst("(?m)^ *- value: VESSEL\\R *predictedValues:.*\\R", ""));
        checks.that(!without.text().contains("VESSEL\n"), "VESSEL declared no more");
        Map<String, Object> before = state(project);
        Bootstrapper.Answer plan = bootstrapper.plan(without);
        checks.that(
                plan.status() == 200 && String.valueOf(plan.at("held")).contains("VESSEL"),
                "the plan says what holds it: " + plan.at("held"));
        Bootstrapper.Answer refused = bootstrapper.apply(without, "");
        checks.that(
                refused.status() == 409 && refused.detail().contains("VESSEL"),
                "/apply answers %d: %s".formatted(refused.status(), refused.detail()));
        checks.same(before, state(project), "nothing has changed");
        Bootstrapper.Answer forced = bootstrapper.apply(without, "?force=true");
        answers(200, forced, "/apply?force=true answers 200");
        checks.same(
                LABELS.subList(1, LABELS.size()), labels(project(project)), "the label is gone from the label config");
        Bootstrapper.Answer after = bootstrapper.apply(without, "");
        checks.that(
                after.status() == 200 && after.steps().isEmpty(),
                "from then on nothing holds it: /apply answers %d".formatted(after.status()));
        checks.same(
                1L,
                Json.number(labelStudio.get("/api/tasks/%d/".formatted(task)), "total_annotations"),
                "the annotation is still there");
        bootstrapper.apply(declared, "");
        checks.same(before.get("label config"), state(project).get("label config"), "declared again, it is back");
    }

    /** Distinct, once there are so many or Label Studio had time for them. */
    private Set<WebhookListener.Call> calls(int number) throws InterruptedException {
        for (int i = 0; i < 50 && listener.calls().size() < number; i++) {
            Thread.sleep(100);
        }
        return Set.copyOf(listener.calls());
    }

    private void undeclared(long project, DeclarationFile declared) throws IOException, InterruptedException {
        checks.part("what is not declared");
        List<?> before = webhooks(project);
        labelStudio.post(
                "/api/webhooks/",
                Map.of("project", project, "url", url(listener.port()) + "/other", "is_active", true));
        labelStudio.post(
                "/api/webhooks/",
                Map.of("project", project, "url", url(adapter.port()) + "/webhook", "is_active", true));
        Bootstrapper.Answer report = bootstrapper.apply(declared, "");
        checks.same(
                List.of("delete webhook that came with a backend, %s/webhook, done".formatted(url(adapter.port()))),
                report.steps(),
                "a webhook as comes with a backend goes");
        checks.that(
                String.valueOf(report.at("notes")).contains("/other")
                        && webhooks(project).size() == 2,
                "another stays, and is told of: " + report.at("notes"));
        checks.same(
                List.of("delete webhook %s/other, done".formatted(url(listener.port()))),
                bootstrapper.apply(declared, "?prune=true").steps(),
                "/apply?prune=true takes it away");
        checks.same(before, webhooks(project), "webhooks are as they were");
    }

    private void atOnce() throws IOException, InterruptedException {
        checks.part("four applies at once");
        DeclarationFile declared = declaration("at once").with("name: %s-at-once".formatted(run));
        List<CompletableFuture<Bootstrapper.Answer>> answers = Stream.generate(
                        () -> bootstrapper.postMeanwhile("/apply", "application/yaml", declared.text()))
                .limit(4)
                .toList();
        Set<Object> made = new HashSet<>();
        int steps = 0;
        for (CompletableFuture<Bootstrapper.Answer> answer : answers) {
            answers(200, answer.join(), "/apply answers 200");
            made.add(answer.join().at("project"));
            steps += answer.join().steps().size();
        }
        checks.same(4, steps, "they did four steps in all");
        checks.same(List.copyOf(made), List.<Object>copyOf(projects(title("at once"))), "there is one project");
        isAsDeclared(Json.number(answers.getFirst().join().json(), "project"), "at once", "at-once");
    }

    /** With the backend of this run, since theirs are nowhere. */
    private void examples() throws IOException, InterruptedException {
        checks.part("the other examples");
        try (Stream<Path> files = Files.list(Path.of(EXAMPLE).getParent())) {
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.endsWith(Path.of(EXAMPLE).getFileName()))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".yaml", "");
                DeclarationFile declared = DeclarationFile.read(file)
                        .with("name: %s-%s".formatted(run, name))
                        .with("title: \"%s\"".formatted(title(name)))
                        .with(declaration(name).section("backends"));
                answers(200, bootstrapper.apply(declared, ""), "%s: /apply answers 200".formatted(file.getFileName()));
                isPlannedNoMore(declared);
            }
        }
    }

    private void namesake() throws IOException, InterruptedException {
        checks.part("a project of the same title, made by hand");
        DeclarationFile declared = declaration("namesake").without("tasks");
        long byHand = createByHand("namesake");
        Bootstrapper.Answer refused = bootstrapper.apply(declared, "");
        checks.that(
                refused.status() == 409 && refused.detail().contains("?project=" + byHand),
                "/apply answers %d: %s".formatted(refused.status(), refused.detail()));
        checks.same("", Json.at(project(byHand), "description"), "it is as it was");
        Bootstrapper.Answer taken = bootstrapper.apply(declared, "?project=" + byHand);
        checks.that(
                taken.status() == 200 && Json.number(taken.json(), "project") == byHand,
                "/apply?project=%d answers %d".formatted(byHand, taken.status()));
        checks.same(List.of(byHand), projects(title("namesake")), "there is no other");
        isAsDeclared(byHand, "namesake");
        checks.same(List.of(), bootstrapper.apply(declared, "").steps(), "from then on it is known by its mark");
    }

    private long createByHand(String name) throws IOException, InterruptedException {
        return createProject(name, "<View><Text name=\"t\" value=\"$t\"/></View>");
    }

    /** Makes a project, as people do. */
    long createProject(String name, String labelConfig) throws IOException, InterruptedException {
        return Json.number(
                labelStudio.post("/api/projects/", Map.of("title", title(name), "label_config", labelConfig)), "id");
    }

    private void shortFormWithABackendAsleep() throws IOException, InterruptedException {
        checks.part("the short form, with the backend of the settings asleep");
        CompletableFuture<Bootstrapper.Answer> answer = bootstrapper.postMeanwhile(
                "/create",
                "application/json",
                Json.write(Map.of("title", title("short form"), "labels", List.of("VESSEL", "PORT"))));
        Thread.sleep(3_000);
        checks.that(!answer.isDone(), "/create waits while nobody answers at " + url(sleeping));
        FunctionProcess late = startAdapter(sleeping, Map.of());
        long begin = System.nanoTime();
        Bootstrapper.Answer report = answer.join();
        answers(200, report, "started 3 s later, it is found awake: /create answers 200");
        checks.that(
                System.nanoTime() - begin < 60_000_000_000L,
                "within %d s of its being up".formatted((System.nanoTime() - begin) / 1_000_000_000));
        long project = Json.number(report.json(), "project");
        checks.same(
                List.of("VESSEL", "PORT"), labels(project(project)), "project %d has the labels".formatted(project));
        checks.same(
                List.of(url(sleeping) + " Connected"),
                backends(project).stream()
                        .map(backend -> Json.at(backend, "url") + " " + Json.at(backend, "readable_state"))
                        .toList(),
                "its backend is that of the settings, Connected");
        checks.same(
                List.of(url(listener.port()) + "/sink"),
                webhooks(project).stream()
                        .map(webhook -> Json.at(webhook, "url"))
                        .toList(),
                "its webhook is that of the settings, and no other is there");
        late.close();
    }

    private void createdByHand() throws IOException, InterruptedException {
        checks.part("an event of a project that was made by hand");
        DeclarationFile declared = declaration("by event");
        Files.writeString(
                folder.resolve("by-event.yaml"),
                declared.with("name: %s-by-event".formatted(run))
                        .with("title: \"%s\"".formatted(title("by-event")))
                        .text());
        long project = createByHand("by-event");
        long other = createByHand("of nobody");
        answers(204, tell(project), "told, the bootstrapper answers 204");
        isAsDeclared(project, "by-event");
        hasDeclaredTasks(project);
        Map<String, Object> before = state(project);
        answers(204, tell(project), "told again: 204");
        checks.same(before, state(project), "nothing has changed");
        Map<String, Object> others = state(other);
        answers(204, tell(other), "told of a project that nobody declared: 204");
        checks.same(others, state(other), "it is left alone");
    }

    private Bootstrapper.Answer tell(long project) throws IOException, InterruptedException {
        Map<Object, Object> created = new LinkedHashMap<>((Map<?, ?>) project(project));
        // what no event has
        created.keySet().removeAll(Set.of("token", "task_data_login", "task_data_password"));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", run + "-" + UUID.randomUUID());
        event.put("source", labelStudio.url());
        event.put("type", "io.oceanid.labelstudio.project.created.v1");
        event.put("subject", "projects/" + project);
        event.put("time", Instant.now().toString());
        event.put("datacontenttype", "application/json");
        event.put("data", Map.of("project", created));
        return bootstrapper.post("/", "application/cloudevents+json; charset=utf-8", Json.write(event));
    }

    private void halfDone() throws IOException, InterruptedException {
        checks.part("an apply that stops half-way");
        DeclarationFile declared = declaration("half done").without("tasks").with("name: %s-half-done".formatted(run));
        DeclarationFile dotless = declared.with("webhooks: [\"http://annotations-sink:8080/webhook\"]");
        Bootstrapper.Answer stopped = bootstrapper.apply(dotless, "");
        checks.that(
                stopped.status() == 400 && stopped.detail().contains("svc.cluster.local"),
                "a webhook's host without a dot: %d, %s".formatted(stopped.status(), stopped.detail()));
        checks.same(
                List.of(
                        "create project %s, done".formatted(title("half done")),
                        "create backend %s, done".formatted(url(adapter.port())),
                        "create webhook http://annotations-sink:8080/webhook, failed"),
                stopped.steps(),
                "the answer has what was done and what failed");
        long project = Json.number(stopped.json(), "project");
        Bootstrapper.Answer report = bootstrapper.apply(declared, "");
        checks.same(
                List.of("create webhook %s/webhook, done".formatted(url(listener.port()))),
                report.steps(),
                "put right, the next goes on with the webhook");
        checks.same(List.of(project), projects(title("half done")), "in the same project");
    }

    private void withoutLabelStudio() throws IOException, InterruptedException {
        checks.part("a Label Studio that does not let it in, and none");
        DeclarationFile declared = declaration("nowhere");
        try (Bootstrapper stranger = start(Map.of("LABEL_STUDIO_PAT", "f".repeat(40)))) {
            Bootstrapper.Answer answer = stranger.apply(declared, "");
            checks.that(
                    answer.status() == 502 && answer.detail().contains("LABEL_STUDIO_PAT"),
                    "with a wrong token: %d, %s".formatted(answer.status(), answer.detail()));
        }
        try (Bootstrapper alone = start(Map.of("LABEL_STUDIO_URL", "http://127.0.0.1:" + FunctionProcess.freePort()))) {
            Bootstrapper.Answer answer = alone.apply(declared, "");
            checks.same(
                    503, answer.status(), "with Label Studio away: %d, %s".formatted(answer.status(), answer.detail()));
        }
        checks.same(List.of(), projects(title("nowhere")), "nothing was made");
    }

    private void secretsStaySecret() throws IOException {
        checks.part("logs");
        String said = Files.readString(logs.resolve("bootstrapper.log"));
        String token = Environment.setting("LABEL_STUDIO_PAT", "");
        checks.that(
                Stream.of(login, secret, token).noneMatch(said::contains),
                "the bootstrapper's log has no password, no webhook's secret and no token");
    }

    /** Starts the bootstrapper anew, with what it always has and other settings. */
    Bootstrapper start(Map<String, String> others) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.put("NER_BACKEND_URL", url(sleeping));
        settings.put("SINK_WEBHOOK_URL", url(listener.port()) + "/sink");
        settings.put("BACKEND_ALLOWED_HOSTS", "%s:%d".formatted(host, adapter.port()));
        settings.put("OCEANID_BOOTSTRAPPER_SECRETS_ADAPTER", login);
        settings.put("OCEANID_BOOTSTRAPPER_SECRETS_WEBHOOK", secret);
        settings.put(
                "OCEANID_BOOTSTRAPPER_IMPORTS_FOLDER",
                Files.createDirectories(folder.resolve("imports")).toString());
        settings.put("DECLARATIONS", folder.toString());
        // a busy machine may take longer to start an adapter than the 30 s that a backend has by itself
        settings.put("OCEANID_BOOTSTRAPPER_WAKETIMEOUT", "2m");
        settings.putAll(others);
        return opened(Bootstrapper.start(bootstrapperJar, logs.resolve("bootstrapper.log"), settings));
    }

    /** One that runs; another after a {@link Bootstrapper#kill}. */
    Bootstrapper bootstrapper() {
        return bootstrapper;
    }

    void restart() throws IOException, InterruptedException {
        bootstrapper.close();
        bootstrapper = start(Map.of());
    }

    private FunctionProcess startAdapter(int port, Map<String, String> login) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(login);
        // its embedded rules answer
        settings.put("TRITON_BASE_URL", "");
        settings.put("LABEL_STUDIO_URL", "");
        List<String> jvm = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return opened(FunctionProcess.start(adapterJar, logs.resolve("adapter.log"), jvm, everywhere, port, settings));
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    private String url(int port) {
        return "http://%s:%d".formatted(host, port);
    }

    private Object project(long id) throws IOException, InterruptedException {
        return labelStudio.get("/api/projects/%d/".formatted(id));
    }

    private List<?> backends(long project) throws IOException, InterruptedException {
        return Json.list(labelStudio.get("/api/ml/?project=" + project));
    }

    /** Those of the project alone. */
    private List<?> webhooks(long project) throws IOException, InterruptedException {
        return Json.list(labelStudio.get("/api/webhooks/?project=" + project)).stream()
                .filter(webhook -> Json.number(webhook, "project") == project)
                .toList();
    }

    List<?> tasks(long project, int most) throws IOException, InterruptedException {
        return Json.list(
                labelStudio.get("/api/tasks/?project=%d&fields=all&page_size=%d".formatted(project, most)), "tasks");
    }

    /** All that the bootstrapper has a say in, less what Label Studio changes by itself. */
    private Map<String, Object> state(long project) throws IOException, InterruptedException {
        Map<Object, Object> fields = new TreeMap<>((Map<?, ?>) project(project));
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("label config", fields.get("label_config"));
        state.put("project", fields);
        state.put(
                "backends",
                backends(project).stream().map(TryBootstrapper::steady).toList());
        state.put(
                "webhooks",
                webhooks(project).stream().map(TryBootstrapper::steady).toList());
        return state;
    }

    private static Map<Object, Object> steady(Object one) {
        Map<Object, Object> rest = new TreeMap<>((Map<?, ?>) one);
        rest.keySet().removeAll(VOLATILE);
        return rest;
    }

    private static List<String> labels(Object project) throws IOException {
        try {
            NodeList labels = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(String.valueOf(Json.at(project, "label_config")))))
                    .getElementsByTagName("Label");
            List<String> values = new ArrayList<>();
            for (int i = 0; i < labels.getLength(); i++) {
                values.add(((Element) labels.item(i)).getAttribute("value"));
            }
            return values;
        } catch (org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IOException("the label config is no XML: " + e.getMessage(), e);
        }
    }

    /** Projects whose titles begin so, in ascending order. */
    private List<Long> projects(String title) throws IOException, InterruptedException {
        Set<Long> ids = new TreeSet<>();
        Object page;
        int number = 1;
        do {
            page = labelStudio.get("/api/projects/?include=id,title&page_size=100&page=" + number++);
            Json.list(page, "results").stream()
                    .filter(project -> String.valueOf(Json.at(project, "title")).startsWith(title))
                    .forEach(project -> ids.add(Json.number(project, "id")));
        } while (Json.at(page, "next") != null);
        return List.copyOf(ids);
    }

    /** Ends what was started, and deletes what was made. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        for (AutoCloseable one : open.reversed()) {
            try {
                one.close();
            } catch (Exception e) {
                System.err.println("something is left behind: " + e.getMessage());
            }
        }
        try {
            for (Long project : projects(run)) {
                labelStudio.delete("/api/projects/%d/".formatted(project));
            }
            Trees.delete(folder);
        } catch (IOException e) {
            System.err.printf("projects whose titles begin with %s are left behind: %s%n", run, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
