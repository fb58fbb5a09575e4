import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the source beside the very same events posted straight to the broker, in turns. scripts/bench/source runs it,
 * and its --help tells the settings.
 */
final class BenchSource {

    private static final int TASKS = 5_000;

    /** Rounds that do not count. */
    private static final int WARM_UP = 3;

    private final String jar;
    private final Path log;
    private final int rounds = Integer.parseInt(Environment.setting("ROUNDS", "5"));
    private final long nanosEach = (long) (Double.parseDouble(Environment.setting("SECONDS_EACH", "3")) * 1e9);

    private BenchSource(String jar, Path log) {
        this.jar = jar;
        this.log = log;
    }

    public static void main(String[] args) throws Exception {
        try {
            new BenchSource(args[0], Path.of(args[1])).run();
        } catch (IOException e) {
            System.err.println("scripts/bench/source: " + e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        byte[] annotation = bytes(Recording.webhook("ANNOTATION_UPDATED-annotation-patch"));
        byte[] tasks = bytes(Recording.importOf(TASKS));
        try (Broker broker = new Broker(Duration.ofMillis(Long.parseLong(Environment.setting("BROKER_MILLIS", "0"))));
                Source source = new Source(jar, log, broker)) {
            System.out.printf("The first webhook after the start: %s. The first import: %s.%n%n",
                    source.firstly(annotation), source.firstly(tasks));
            while (!source.firstly(tasks).endsWith("ms")) {
                Thread.sleep(Duration.ofMillis(100));
            }
            System.out.println("| webhook | events | connections | webhooks/s | refused | p50 ms | p99 ms | most ms "
                    + "| straight: p50 ms | p99 ms | over it: p50 ms | p99 ms |");
            System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
            for (int connections : List.of(1, 4, 16)) {
                line("annotation", annotation, connections, broker, source);
            }
            line(TASKS + " tasks", tasks, 1, broker, source);
        }
    }

    private void line(String name, byte[] webhook, int connections, Broker broker, Source source) throws Exception {
        List<byte[]> events = broker.recordingOf(() -> source.first(webhook));
        URI straight = URI.create(broker.url());
        List<Round> counted = new ArrayList<>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            Round measured = new Round();
            long end = System.nanoTime() + nanosEach;
            try (ExecutorService callers = Executors.newFixedThreadPool(connections)) {
                List<Future<?>> done = new ArrayList<>();
                for (int i = 0; i < connections; i++) {
                    done.add(callers.submit(() -> {
                        measured.call(end, source.uri(), source.request(webhook), straight, events);
                        return null;
                    }));
                }
                for (Future<?> caller : done) {
                    caller.get();
                }
            }
            if (round >= WARM_UP) {
                counted.add(measured);
            }
        }
        double p50 = median(counted, round -> round.percentile(round.through, 50));
        double p99 = median(counted, round -> round.percentile(round.through, 99));
        double straight50 = median(counted, round -> round.percentile(round.straight, 50));
        double straight99 = median(counted, round -> round.percentile(round.straight, 99));
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.0f | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | **%.2f** |%n",
                name,
                events.size(),
                connections,
                median(counted, round -> connections * round.through.size() * 1e9
                        / round.through.stream().mapToLong(Long::longValue).sum()),
                counted.stream().mapToInt(round -> round.refused.size()).sum(),
                p50,
                p99,
                counted.stream().mapToDouble(round -> round.percentile(round.through, 100)).max().orElseThrow(),
                straight50,
                straight99,
                median(counted, round -> round.percentile(round.over, 50)),
                median(counted, round -> round.percentile(round.over, 99)));
    }

    /** What was measured, in nanoseconds: a webhook, its events straight after it, and the difference of the two. */
    private static final class Round {

        final Queue<Long> through = new ConcurrentLinkedQueue<>();
        final Queue<Long> straight = new ConcurrentLinkedQueue<>();
        final Queue<Long> refused = new ConcurrentLinkedQueue<>();
        final Queue<Long> over = new ConcurrentLinkedQueue<>();

        void call(long end, URI source, byte[] webhook, URI broker, List<byte[]> events) throws IOException {
            try (Wire toSource = new Wire(source);
                    Wire toBroker = new Wire(broker)) {
                while (System.nanoTime() < end) {
                    long begin = System.nanoTime();
                    try {
                        toSource.call(webhook);
                    } catch (EOFException e) {
                        throw e;
                    } catch (IOException _) {
                        // no 2xx within the budget
                        refused.add(System.nanoTime() - begin);
                        continue;
                    }
                    long between = System.nanoTime();
                    for (byte[] event : events) {
                        toBroker.call(event);
                    }
                    long after = System.nanoTime();
                    through.add(between - begin);
                    straight.add(after - between);
                    over.add(between - begin - (after - between));
                }
            }
        }

        double percentile(Queue<Long> nanos, int percent) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
        }
    }

    private interface Figure {
        double of(Round round);
    }

    private static double median(List<Round> rounds, Figure figure) {
        double[] sorted = rounds.stream().mapToDouble(figure::of).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static byte[] bytes(Object json) {
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }

    /** The function, in a process of its own. */
    private static final class Source implements AutoCloseable {

        private static final String SECRET = "bench";

        private final FunctionProcess process;

        Source(String jar, Path log, Broker broker) throws IOException, InterruptedException {
            List<String> jvm = new ArrayList<>(List.of(
                    Environment.setting("SOURCE_JVM", "-Xmx256m -XX:+UseSerialGC").split("\\s+")));
            jvm.add("-XX:+ExitOnOutOfMemoryError");
            process = FunctionProcess.start(
                    Path.of(jar), log, jvm, false, Map.of("K_SINK", broker.url(), "WEBHOOK_SECRET", SECRET));
            process.awaitReadiness();
        }

        URI uri() {
            return URI.create(process.url());
        }

        byte[] request(byte[] webhook) {
            return Wire.request(
                    uri(), "/webhook", "Content-Type: application/json\r\nX-Webhook-Secret: " + SECRET + "\r\n", webhook);
        }

        /** Nanoseconds of one webhook on a connection of its own. */
        long first(byte[] webhook) throws IOException {
            try (Wire wire = new Wire(uri())) {
                long begin = System.nanoTime();
                wire.call(request(webhook));
                return System.nanoTime() - begin;
            }
        }

        /** How long it took, or what went wrong. */
        String firstly(byte[] webhook) {
            long begin = System.nanoTime();
            try {
                first(webhook);
                return "%.0f ms".formatted((System.nanoTime() - begin) / 1e6);
            } catch (IOException e) {
                return "%.0f ms, and %s".formatted((System.nanoTime() - begin) / 1e6, e.getMessage());
            }
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
