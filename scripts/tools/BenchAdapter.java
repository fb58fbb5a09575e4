import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Measures the adapter beside the very same infer requests sent straight to Triton. scripts/bench/adapter runs it, and
 * its --help tells the settings.
 */
final class BenchAdapter {

    /** Requests to one model that the adapter has under way at once, unless set otherwise. */
    private static final int CONCURRENCY = 4;

    private static final int MANY = 250;

    /** Rounds that do not count. */
    private static final int WARM_UP = 5;

    /** Different calls, which take turns. */
    private static final Map<Integer, Integer> CALLS = Map.of(1, 50, MANY, 3);

    private final PredictCalls calls = new PredictCalls();
    private final URI triton = URI.create(Environment.setting("TRITON_BASE_URL", ""));
    private final int tokens = Integer.parseInt(Environment.setting("TOKENS", "128"));
    private final int rounds = Integer.parseInt(Environment.setting("ROUNDS", "5"));
    private final long nanosEach = (long) (Double.parseDouble(Environment.setting("SECONDS_EACH", "3")) * 1e9);
    private final List<String> jvm = List.of(
            Environment.setting("ADAPTER_JVM", "-Xmx256m -XX:+UseSerialGC").split(" "));
    private final String baselineJar = Environment.setting("BASELINE_JAR", "");
    private final Path jar;
    private final Path log;
    private int words;

    private BenchAdapter(Path jar, Path log) {
        this.jar = jar;
        this.log = log;
    }

    public static void main(String[] args) {
        try {
            new BenchAdapter(Path.of(args[0]), Path.of(args[1])).run();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            System.err.println("scripts/bench/adapter: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        System.out.println("| model | tasks a call | connections | predictions/s | p50 ms | p99 ms | "
                + (baselineJar.isEmpty() ? "straight" : "baseline")
                + ": predictions/s | p50 ms | ratio of p50 | difference p50, ms a call | ms a batch |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (String variable : List.of("TEXT_MODEL", "TOKEN_MODEL")) {
            if (!Environment.setting(variable, "").isEmpty()) {
                bench(Environment.setting(variable, ""));
            }
        }
    }

    private void bench(String model) throws IOException, InterruptedException {
        // four tokens for three words, unless the model's tokenizer shows otherwise
        words = tokens * 3 / 4;
        long row = record(model, MANY).rowLength();
        if (row > 1) {
            words = Math.max(1, Math.toIntExact(words * tokens / row));
        }
        List<Work> works = List.of(record(model, 1), record(model, MANY));
        try (FunctionProcess adapter = FunctionProcess.start(jar, log, jvm, false, settings(model, triton.toString()));
                FunctionProcess baseline = baselineJar.isEmpty()
                        ? null
                        : FunctionProcess.start(
                                Path.of(baselineJar), log, jvm, false, settings(model, triton.toString()))) {
            URI url = URI.create(adapter.url());
            URI other = baseline == null ? triton : URI.create(baseline.url());
            List<Case> cases = new ArrayList<>();
            for (Work work : works) {
                for (int connections : List.of(1, 16)) {
                    cases.add(new Case(work, connections, url, other));
                }
            }
            // so that all is compiled that will be, which takes some thousand calls
            for (int round = -WARM_UP; round < rounds; round++) {
                for (Case each : cases) {
                    each.round(round >= 0);
                }
                System.err.printf(
                        "%s, %s: p50 %s ms%n",
                        model,
                        round < 0 ? "warming up" : "round " + (round + 1),
                        cases.stream().map(Case::lastP50).toList());
            }
            for (Case each : cases) {
                System.out.println(each.line(model));
                each.close();
            }
            System.err.printf(
                    Locale.ROOT,
                    "%s: texts of %d words%s; %.1f regions a text, %d batches of %d texts%n",
                    model,
                    words,
                    row > 1 ? ", at most %d tokens".formatted(works.getLast().rowLength()) : "",
                    works.getLast().regions() / (double) MANY,
                    works.getLast().infers().getFirst().size(),
                    MANY);
        }
    }

    /** Finds out which infer requests the adapter makes of which calls. */
    private Work record(String model, int tasks) throws IOException, InterruptedException {
        List<byte[]> calls = new ArrayList<>();
        List<List<Recorder.Infer>> infers = new ArrayList<>();
        long regions = 0;
        try (Recorder recorder = new Recorder(triton);
                FunctionProcess adapter = FunctionProcess.start(jar, log, jvm, false, settings(model, recorder.url()));
                Wire wire = new Wire(URI.create(adapter.url()))) {
            for (int i = 0; i < CALLS.get(tasks); i++) {
                byte[] call = Wire.request(
                        URI.create(adapter.url()),
                        "/predict",
                        "Content-Type: application/json\r\n",
                        this.calls.next(tasks, words));
                Object answer = Json.read(new String(wire.call(call), StandardCharsets.UTF_8));
                regions = Json.list(answer, "results").stream()
                        .mapToLong(result -> Json.list(result, "result").size())
                        .sum();
                calls.add(call);
                infers.add(recorder.taken());
            }
        }
        if (infers.getFirst().isEmpty() || regions == 0) {
            throw new IOException("model %s found nothing; what the adapter says is in %s".formatted(model, log));
        }
        return new Work(tasks, calls, infers, regions);
    }

    private Map<String, String> settings(String model, String url) {
        Map<String, String> settings = new HashMap<>();
        settings.put("TRITON_BASE_URL", url);
        settings.put("DEFAULT_MODEL", model);
        settings.put("LABEL_STUDIO_URL", "");
        return settings;
    }

    /**
     * Calls of so many tasks, and the infer requests that each becomes.
     *
     * @param regions in the answer to the last
     */
    private record Work(int tasks, List<byte[]> calls, List<List<Recorder.Infer>> infers, long regions) {

        /** The longest row of a batch: tokens, with a model that takes those; else 1. */
        long rowLength() {
            return infers.stream()
                    .flatMap(List::stream)
                    .mapToLong(Recorder.Infer::rowLength)
                    .max()
                    .orElse(1);
        }
    }

    /** One line of the table. */
    private final class Case implements AutoCloseable {

        private final Work work;
        private final int connections;
        private final ExecutorService callers;
        private final ExecutorService senders = Executors.newFixedThreadPool(CONCURRENCY);
        private final List<Wire> toAdapter = new ArrayList<>();
        private final List<Wire> toOther = new ArrayList<>();
        private final ConcurrentLinkedQueue<Wire> free = new ConcurrentLinkedQueue<>();
        private final List<Measured> measured = new ArrayList<>();
        private String lastP50 = "";

        Case(Work work, int connections, URI adapter, URI other) throws IOException {
            this.work = work;
            this.connections = connections;
            this.callers = Executors.newFixedThreadPool(connections);
            for (int i = 0; i < connections; i++) {
                toAdapter.add(new Wire(adapter));
                toOther.add(new Wire(other));
            }
            for (int i = 0; i < CONCURRENCY; i++) {
                free.add(new Wire(triton));
            }
        }

        void round(boolean counts) throws IOException, InterruptedException {
            Measured one = connections == 1 ? inTurns() : inBlocks();
            lastP50 = "%.2f".formatted(percentile(one.adapter(), 50));
            if (counts) {
                measured.add(one);
            }
        }

        String lastP50() {
            return lastP50;
        }

        /** Call by call, one of each kind, so that what disturbs the machine disturbs both. */
        private Measured inTurns() throws IOException, InterruptedException {
            List<Long> adapter = new ArrayList<>();
            List<Long> straight = new ArrayList<>();
            long end = System.nanoTime() + nanosEach;
            for (int i = 0; System.nanoTime() < end || i < 8; i++) {
                if (i % 2 == 0) {
                    adapter.add(adapter(0, i));
                    straight.add(straight(0, i));
                } else {
                    straight.add(straight(0, i));
                    adapter.add(adapter(0, i));
                }
            }
            long[] difference = IntStream.range(0, adapter.size())
                    .mapToLong(i -> adapter.get(i) - straight.get(i))
                    .sorted()
                    .toArray();
            return new Measured(sorted(adapter), sum(adapter), sorted(straight), sum(straight), difference);
        }

        /** All connections at once, first with the one, then with the other. */
        private Measured inBlocks() throws InterruptedException, IOException {
            Block adapter = block(this::adapter);
            Block straight = block(this::straight);
            return new Measured(adapter.nanos(), adapter.took(), straight.nanos(), straight.took(), new long[0]);
        }

        private Block block(Call call) throws InterruptedException, IOException {
            long begin = System.nanoTime();
            long end = begin + nanosEach / 2;
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int c = 0; c < connections; c++) {
                int connection = c;
                running.add(callers.submit(() -> {
                    List<Long> nanos = new ArrayList<>();
                    for (int i = connection; System.nanoTime() < end || nanos.isEmpty(); i++) {
                        nanos.add(call.nanos(connection, i));
                    }
                    return nanos;
                }));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> future : running) {
                try {
                    all.addAll(future.get());
                } catch (java.util.concurrent.ExecutionException e) {
                    throw new IOException(e.getCause());
                }
            }
            return new Block(sorted(all), System.nanoTime() - begin);
        }

        private long adapter(int connection, int i) throws IOException {
            long begin = System.nanoTime();
            toAdapter.get(connection).call(work.calls().get(i % work.calls().size()));
            return System.nanoTime() - begin;
        }

        /** The same batches; many of them over as many connections as the adapter has requests under way. */
        private long straight(int connection, int i) throws IOException, InterruptedException {
            List<Recorder.Infer> infers = work.infers().get(i % work.infers().size());
            long begin = System.nanoTime();
            if (!baselineJar.isEmpty()) {
                toOther.get(connection).call(work.calls().get(i % work.calls().size()));
                return System.nanoTime() - begin;
            }
            if (infers.size() == 1) {
                toOther.get(connection).call(infers.getFirst().request());
                return System.nanoTime() - begin;
            }
            AtomicInteger next = new AtomicInteger();
            CountDownLatch done = new CountDownLatch(CONCURRENCY);
            for (int s = 0; s < CONCURRENCY; s++) {
                senders.execute(() -> {
                    Wire wire = free.poll();
                    try {
                        for (int n = next.getAndIncrement(); n < infers.size(); n = next.getAndIncrement()) {
                            wire.call(infers.get(n).request());
                        }
                    } catch (IOException e) {
                        System.err.println("Triton: " + e.getMessage());
                        System.exit(1);
                    } finally {
                        free.add(wire);
                        done.countDown();
                    }
                });
            }
            done.await();
            return System.nanoTime() - begin;
        }

        String line(String model) {
            double p50 = median(m -> percentile(m.adapter(), 50));
            double straight50 = median(m -> percentile(m.straight(), 50));
            double overhead = median(m -> m.difference().length == 0 ? Double.NaN : percentile(m.difference(), 50));
            int batches = work.infers().getFirst().size();
            return "| %s | %d | %d | %.0f | %.2f | %.2f | %.0f | %.2f | %.2f | %s | %s |"
                    .formatted(
                            model,
                            work.tasks(),
                            connections,
                            median(m -> m.adapter().length * work.tasks() * 1e9 / m.adapterTook()),
                            p50,
                            median(m -> percentile(m.adapter(), 99)),
                            median(m -> m.straight().length * work.tasks() * 1e9 / m.straightTook()),
                            straight50,
                            median(m -> percentile(m.adapter(), 50) / percentile(m.straight(), 50)),
                            connections == 1 ? "%.2f".formatted(overhead) : "",
                            connections == 1 ? "%.2f".formatted(overhead / batches) : "");
        }

        private double median(ToDoubleFunction<Measured> of) {
            double[] values = measured.stream().mapToDouble(of).sorted().toArray();
            return values[values.length / 2];
        }

        @Override
        public void close() throws IOException {
            callers.shutdownNow();
            senders.shutdownNow();
            for (List<Wire> wires : List.of(toAdapter, toOther, List.copyOf(free))) {
                for (Wire wire : wires) {
                    wire.close();
                }
            }
        }
    }

    private interface Call {
        long nanos(int connection, int i) throws IOException, InterruptedException;
    }

    private record Block(long[] nanos, long took) {}

    /** What one round gave, in nanoseconds: sorted times of calls, and how long all of them took. */
    private record Measured(long[] adapter, long adapterTook, long[] straight, long straightTook, long[] difference) {}

    private static long[] sorted(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static long sum(List<Long> nanos) {
        return LongStream.of(sorted(nanos)).sum();
    }

    /** In milliseconds. */
    private static double percentile(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
