import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Measures the source beside the very same events posted straight to the broker, in turns. scripts/bench/source runs it,
 * and its --help tells the settings.
 */
final class BenchSource {

    private static final Path RECORDINGS = Path.of("events/src/test/resources/io/oceanid/events/webhooks");
    private static final int TASKS = 5_000;

    /** Rounds that do not count. */
    private static final int WARM_UP = 3;

    private final String jar;
    private final Path log;
    private final int rounds = Integer.parseInt(setting("ROUNDS", "5"));
    private final long nanosEach = (long) (Double.parseDouble(setting("SECONDS_EACH", "3")) * 1e9);

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
        byte[] annotation = webhook("ANNOTATION_UPDATED-annotation-patch", 0);
        byte[] tasks = webhook("TASKS_CREATED-import-json-list", TASKS);
        try (Broker broker = new Broker(Long.parseLong(setting("BROKER_MILLIS", "0")));
                Source source = new Source(jar, log, broker.port())) {
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
        URI straight = URI.create("http://127.0.0.1:" + broker.port());
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

    @SuppressWarnings("unchecked") // objects of JSON are maps
    private static byte[] webhook(String recording, int tasks) throws IOException {
        Object recorded = Json.read(Files.readString(RECORDINGS.resolve(recording + ".json")));
        Map<String, Object> body = new LinkedHashMap<>((Map<String, Object>) Json.at(recorded, "request", "body"));
        if (tasks > 0) {
            Map<String, Object> task = (Map<String, Object>) Json.at(body, "tasks", 0);
            body.put("tasks", LongStream.rangeClosed(1, tasks).mapToObj(id -> withId(task, id)).toList());
        }
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> withId(Map<String, Object> task, long id) {
        Map<String, Object> copy = new LinkedHashMap<>(task);
        copy.put("id", id);
        return copy;
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** The function, in a process of its own. */
    private static final class Source implements AutoCloseable {

        private static final String SECRET = "bench";

        private final Process process;
        private final int port;

        Source(String jar, Path log, int brokerPort) throws IOException, InterruptedException {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(setting("SOURCE_JVM", "-Xmx256m -XX:+UseSerialGC").split("\\s+")));
            command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-jar", jar, "--server.port=" + port));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("K_SINK", "http://127.0.0.1:" + brokerPort + "/");
            builder.environment().put("WEBHOOK_SECRET", SECRET);
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            awaitStart(log);
        }

        private void awaitStart(Path log) throws IOException, InterruptedException {
            byte[] ready = "GET /actuator/health/readiness HTTP/1.1\r\nHost: source\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
            for (int attempt = 0; attempt < 600 && process.isAlive(); attempt++) {
                try (Wire wire = new Wire(uri())) {
                    wire.call(ready);
                    return;
                } catch (IOException _) {
                    Thread.sleep(Duration.ofMillis(100));
                }
            }
            throw new IOException("the source does not start; what it said is in " + log);
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + port);
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
            process.destroy();
        }
    }

    /** Takes everything, as fast as it can or a little later. */
    private static final class Broker implements AutoCloseable {

        private static final byte[] ACCEPTED =
                "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

        private final ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        private final Queue<byte[]> recorded = new ConcurrentLinkedQueue<>();
        private final Duration pause;
        private volatile boolean recording;

        Broker(long millis) throws IOException {
            pause = Duration.ofMillis(millis);
            Thread.ofPlatform().daemon().start(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        /** The requests that come while something runs. */
        List<byte[]> recordingOf(Step step) throws Exception {
            recorded.clear();
            recording = true;
            step.run();
            recording = false;
            return List.copyOf(recorded);
        }

        interface Step {
            void run() throws Exception;
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    Socket connection = server.accept();
                    connection.setTcpNoDelay(true);
                    Thread.ofPlatform().daemon().start(() -> serve(connection));
                } catch (IOException _) {
                    return;
                }
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                InputStream in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
                while (true) {
                    byte[] request = read(in);
                    if (recording) {
                        recorded.add(request);
                    }
                    if (!pause.isZero()) {
                        Thread.sleep(pause);
                    }
                    connection.getOutputStream().write(ACCEPTED);
                }
            } catch (IOException | InterruptedException _) {
                // the other side hung up
            }
        }

        private static byte[] read(InputStream in) throws IOException {
            ByteArrayOutputStream request = new ByteArrayOutputStream(4_096);
            int length = 0;
            for (String line = line(in, request); !line.isEmpty(); line = line(in, request)) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            request.write(in.readNBytes(length));
            return request.toByteArray();
        }

        private static String line(InputStream in, ByteArrayOutputStream into) throws IOException {
            int begin = into.size();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException();
                }
                into.write(b);
            }
            into.write('\n');
            byte[] all = into.toByteArray();
            return new String(Arrays.copyOfRange(all, begin, all.length), StandardCharsets.ISO_8859_1).strip();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
