import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The adapter beside plain ones in Go and by label-studio-ml: the same calls, and the same Triton behind all of them. */
final class AdapterThroughput {

    private static final int MANY = 250;
    private static final int WORDS = 96;

    /** As the package's own template runs it; what it is told beside that, the shell keeps to itself. */
    private static final String GUNICORN =
            "PYTHONDONTWRITEBYTECODE=1 exec %s --preload --bind 127.0.0.1:$PORT --workers 1 --threads 8 --timeout 0 --chdir %s wsgi:app";

    private final BenchThroughput bench;
    private final int connections = Integer.parseInt(Environment.setting("ADAPTER_CONNECTIONS", "8"));
    private final String batch = Environment.setting("BATCH", "8");

    AdapterThroughput(BenchThroughput bench) {
        this.bench = bench;
    }

    void run() throws IOException, InterruptedException {
        String given = Environment.setting("TRITON_BASE_URL", "");
        if (!given.isEmpty()) {
            run(given, Environment.setting("TEXT_MODEL", TextTriton.MODEL));
            return;
        }
        Duration pause = Duration.ofMillis(Long.parseLong(Environment.setting("TRITON_MILLIS", "0")));
        try (TextTriton triton = new TextTriton(pause)) {
            run(triton.url(), TextTriton.MODEL);
        }
    }

    private void run(String triton, String model) throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("TRITON_BASE_URL", triton, "DEFAULT_MODEL", model);
        List<Contender> contenders = new ArrayList<>();
        try {
            List<String> go = List.of(bench.built("peer-adapter"));
            contenders.add(bench.peer("Go adapter", go, inBatches(settings, "1")));
            contenders.add(bench.peer("Go adapter, batches of " + batch, go, inBatches(settings, batch)));
            String gunicorn = GUNICORN.formatted(
                    bench.built("label-studio-ml/bin/gunicorn"),
                    Path.of("scripts/bench/peers/label-studio-ml").toAbsolutePath());
            contenders.add(bench.peer(
                    "label-studio-ml, batches of " + batch,
                    List.of("/bin/sh", "-c", gunicorn),
                    inBatches(settings, batch)));
            contenders.addAll(bench.ours("ls-triton-adapter", settings));
            compare(contenders);
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    /** Texts of one infer request, and such requests of one call at once; the adapter has as many under way. */
    private static Map<String, String> inBatches(Map<String, String> settings, String batch) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("BATCH", batch);
        all.put("CONCURRENCY", "4");
        return all;
    }

    private void compare(List<Contender> contenders) throws IOException, InterruptedException {
        PredictCalls calls = new PredictCalls();
        Map<Comparison.Case, byte[]> bodies = new HashMap<>();
        List<Comparison.Case> cases = new ArrayList<>();
        for (int tasks : List.of(1, MANY)) {
            Comparison.Case load = new Comparison.Case(
                    "calls of %d, %d connections".formatted(tasks, connections), connections, tasks);
            cases.add(load);
            bodies.put(load, calls.next(tasks, WORDS));
        }
        long spans = agree(contenders, bodies.get(cases.getLast()));
        Comparison comparison = new Comparison("predictions", contenders);
        comparison.run(cases, (load, contender) -> requests(contender.uri(), bodies.get(load)));
        comparison.print();
        System.out.printf("All of them find the same %d spans in %d tasks.%n", spans, MANY);
    }

    /** Sets them up as Label Studio does, and tells how many spans they find, each the same. */
    private static long agree(List<Contender> contenders, byte[] body) throws IOException, InterruptedException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Contender contender : contenders) {
            try (Caller caller = new Caller(contender.uri().toString())) {
                caller.postJson(
                        "/setup",
                        Map.of(
                                "project", PredictCalls.PROJECT,
                                "schema", PredictCalls.LABEL_CONFIG,
                                "extra_params", Map.of()));
                Object answer = Json.read(caller.post("/predict", "application/json", body).body());
                found.put(contender.name(), spans(answer));
            }
        }
        Set<List<String>> different = new HashSet<>(found.values());
        if (different.size() != 1 || different.contains(List.of())) {
            throw new IOException("they do not find the same: "
                    + found.entrySet().stream()
                            .map(each -> each.getKey() + ": " + each.getValue().size() + " spans, as in "
                                    + each.getValue().stream().limit(2).toList())
                            .collect(Collectors.joining("; ")));
        }
        return different.iterator().next().size();
    }

    /** Each with the number of its task. */
    private static List<String> spans(Object answer) {
        List<String> spans = new ArrayList<>();
        List<?> results = Json.list(answer, "results");
        for (int i = 0; i < results.size(); i++) {
            for (Object region : Json.list(results.get(i), "result")) {
                spans.add("%d %d-%d %s %s".formatted(
                        i,
                        Json.number(region, "value", "start"),
                        Json.number(region, "value", "end"),
                        Json.at(region, "value", "labels"),
                        Json.at(region, "value", "text")));
            }
        }
        return spans.stream().sorted().toList();
    }

    private static Supplier<byte[]> requests(URI adapter, byte[] body) {
        byte[] request = Wire.request(adapter, "/predict", "Content-Type: application/json\r\n", body);
        return () -> request;
    }
}
