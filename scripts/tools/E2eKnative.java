import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What only a cluster shows. scripts/e2e-knative runs it, and its --help tells the settings. */
final class E2eKnative {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Of one webhook, as a broker that has just started may need. */
    private static final int SENDINGS = 10;
    private static final Set<String> SOURCE = Set.of("label-studio-source");
    private static final long FIRST_UNDER_LOAD = 1_000_000;

    private final Checks checks = new Checks();
    private final String namespace;
    private final Path overlay;
    private final Kubectl cluster;
    private final Ingress ingress;
    private final RecordedSession session = new RecordedSession();

    private E2eKnative(String namespace, Path overlay, URI ingress) throws IOException {
        this.namespace = namespace;
        this.overlay = overlay;
        this.cluster = new Kubectl(namespace);
        this.ingress = new Ingress(ingress, namespace);
    }

    /** @param args the namespace, the folder of its overlay, the address of the ingress */
    public static void main(String[] args) {
        try {
            E2eKnative round = new E2eKnative(args[0], Path.of(args[1]), URI.create(args[2]));
            round.all();
            int differences = round.checks.differences();
            System.out.println(differences == 0 ? "all is as it should be" : differences + " things are not as they should be");
            System.exit(differences == 0 ? 0 : 1);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("scripts/e2e-knative: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    private void all() throws IOException, InterruptedException {
        checks.part("deployment");
        deploy();
        Map<String, String> first = cluster.routed();
        deploy();
        checks.same(first, cluster.routed(), "a second deployment changes nothing");

        checks.part("from zero");
        awaitZero();
        checks.ok("all but the source is at zero");
        Map<Long, Object> expected = sendSession();
        awaitRows(expected);
        deadLetters();
        page();
        awaitZero();
        checks.ok("all but the source is at zero again");

        checks.part("verification");
        checks.that(
                Kubectl.run("scripts/verify", "--namespace=" + namespace, "--timeout=120"), "scripts/verify finds nothing wrong");

        checks.part("a rolling update under load");
        update();
        checks.part("rollback");
        rollback(first);
        coldStarts();
    }

    private void deploy() throws IOException, InterruptedException {
        if (!Kubectl.run("scripts/deploy", overlay.toString(), "--namespace=" + namespace)) {
            throw new IOException("scripts/deploy failed");
        }
    }

    private void awaitZero() throws IOException, InterruptedException {
        Eventually.within(PATIENCE, "all but the source is at zero", () -> cluster.pods().keySet().equals(SOURCE));
    }

    /** Returns the annotations that then live, each with its newest state's time. */
    private Map<Long, Object> sendSession() throws IOException, InterruptedException {
        int again = 0;
        for (String webhook : session.webhooks()) {
            int before = again;
            while (!isTaken(webhook)) {
                again++;
                if (again - before > SENDINGS) {
                    throw new IOException("the source does not take a webhook of the recorded session");
                }
            }
        }
        // Label Studio sends none again: in its stead reconcile would find what was in them
        checks.ok("the source took every webhook of the recorded session, " + again + " of them not at first");
        return RecordedSession.each(session.annotations(), "updated_at");
    }

    private boolean isTaken(String webhook) throws IOException, InterruptedException {
        return ingress.post("label-studio-source", "/webhook", webhook).statusCode() == 204;
    }

    private void awaitRows(Map<Long, Object> expected) throws IOException, InterruptedException {
        Eventually.comes(PATIENCE, () -> exported().equals(expected));
        checks.same(expected, exported(), "the sink woke, and its tables hold the newest state of each annotation");
    }

    private Map<Long, Object> exported() throws IOException, InterruptedException {
        Map<Long, Object> annotations = new TreeMap<>();
        for (int project : new int[] {1, 2}) {
            HttpResponse<String> export = ingress.get("annotations-sink", "/projects/%d/export".formatted(project));
            if (export.statusCode() == 200) {
                annotations.putAll(RecordedSession.each(RecordedSession.annotations(export.body()), "updated_at"));
            }
        }
        return annotations;
    }

    /** There is no Label Studio, so the adapter cannot store what it predicts for new tasks. */
    private void deadLetters() throws IOException, InterruptedException {
        boolean come = Eventually.comes(PATIENCE, () -> {
            HttpResponse<String> waiting = ingress.get("annotations-sink", "/quarantine");
            return waiting.statusCode() == 200 && waiting.body().contains("ls-triton-adapter");
        });
        checks.that(come, "what the adapter does not take is in quarantine, as dead letters");
    }

    private void page() throws IOException, InterruptedException {
        HttpResponse<String> stranger = ingress.browse("annotations-sink", "/", null);
        checks.same(401, stranger.statusCode(), "the sink's page is shown to nobody without a login");
        checks.that(
                stranger.headers().allValues("WWW-Authenticate").stream().anyMatch(offered -> offered.contains("Basic ")),
                "and a browser asks its user for one");
        // as scripts/e2e-knative makes it
        HttpResponse<String> page = ingress.browse("annotations-sink", "/", "e2e:e2e");
        checks.that(page.statusCode() == 200 && page.body().contains("<html"), "with it, the page is shown");
    }

    private void update() throws IOException, InterruptedException {
        Map<String, String> before = cluster.routed();
        Files.writeString(
                overlay.resolve("kustomization.yaml"),
                """
                patches:
                  - target:
                      group: serving.knative.dev
                      kind: Service
                      labelSelector: app.kubernetes.io/component=function
                    patch: |-
                      - op: add
                        path: /spec/template/metadata/annotations/oceanid.io~1update
                        value: second
                """,
                StandardOpenOption.APPEND);
        String webhook = session.webhooks().get(5).replace("%", "%%").replaceFirst("\"annotation\":\\{\"id\":\\d+", "\"annotation\":{\"id\":%d");
        WebhookLoad load = new WebhookLoad(ingress, webhook, FIRST_UNDER_LOAD);
        try (load) {
            Thread.sleep(5000);
            deploy();
            Thread.sleep(5000);
        }
        Map<String, String> after = cluster.routed();
        checks.that(
                after.entrySet().stream().noneMatch(entry -> entry.getValue().equals(before.get(entry.getKey()))),
                "every function has a new revision: " + after);
        checks.same(List.of(), load.failures(), "%d webhooks meanwhile, and none was refused".formatted(load.sent().size()));
        Set<Long> sent = new TreeSet<>(load.sent());
        Eventually.comes(PATIENCE, () -> exported().keySet().containsAll(sent));
        Set<Long> missing = new TreeSet<>(sent);
        missing.removeAll(exported().keySet());
        checks.same(Set.of(), missing, "each of them is in the tables");
    }

    private void rollback(Map<String, String> first) throws IOException, InterruptedException {
        checks.that(Kubectl.run("scripts/rollback", "--namespace=" + namespace), "scripts/rollback says that it worked");
        checks.same(first, cluster.routed(), "requests go to the revisions before");
        checks.that(
                Kubectl.run("scripts/verify", "--namespace=" + namespace, "--timeout=120"), "and those work");
    }

    private void coldStarts() throws IOException, InterruptedException {
        int rounds = Integer.parseInt(Environment.setting("COLD_STARTS", "5"));
        if (rounds == 0) {
            return;
        }
        checks.part("cold starts");
        ColdStart coldStart = new ColdStart(cluster, ingress, rounds);
        ColdStart.head();
        for (String function : List.of("annotations-sink", "ls-triton-adapter", "project-bootstrapper")) {
            coldStart.compare(function);
        }
        cluster.patch("label-studio-source", """
                {"spec":{"template":{"metadata":{"annotations":{"autoscaling.knative.dev/min-scale":"0"}}},
                 "traffic":[{"latestRevision":true,"percent":100}]}}""");
        cluster.awaitReady("label-studio-source");
        coldStart.compare("label-studio-source");
    }
}
