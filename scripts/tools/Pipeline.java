import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Source, broker, sink and PostgreSQL, each a process that can be killed and started again at the same port. What goes to
 * the source, and from the broker to the sink, is counted on its way.
 */
final class Pipeline implements AutoCloseable {

    static final String SECRET = "prove-nothing-lost";

    /** On a busy machine a JVM with a database in it takes more than two. */
    private static final Duration START = Duration.ofMinutes(5);

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Passage webhooks;
    private final Passage deliveries;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param jars the folder of {@code <name>.jar}; beside them, {@code folder} is for what the parts keep */
    private Pipeline(Path jars, Path folder) throws IOException {
        int database = FunctionProcess.freePort();
        int sink = FunctionProcess.freePort();
        int broker = FunctionProcess.freePort();
        int source = FunctionProcess.freePort();
        webhooks = new Passage(source);
        deliveries = new Passage(sink);
        add("postgresql", folder, database, jars.resolve("local.jar"), Map.of(),
                "--folder=" + folder.toAbsolutePath(), "--database-only=" + database);
        add("annotations-sink", folder, sink, jars.resolve("annotations-sink.jar"), Map.of(
                "PORT", String.valueOf(sink),
                "ACCESS_OFF", "true",
                "DATABASE_URL", "postgresql://oceanid@127.0.0.1:%d/oceanid".formatted(database)), "--server.address=127.0.0.1");
        add("local-broker", folder, broker, jars.resolve("local-broker.jar"), Map.of(),
                "--port=" + broker,
                "--file=" + folder.resolve("queue.mv"),
                "--deadletters=http://127.0.0.1:%d/deadletters".formatted(sink),
                "--trigger=sink=" + deliveries.url() + "/");
        add("label-studio-source", folder, source, jars.resolve("label-studio-source.jar"), Map.of(
                "PORT", String.valueOf(source),
                "K_SINK", "http://127.0.0.1:%d/".formatted(broker),
                "WEBHOOK_SECRET", SECRET), "--server.address=127.0.0.1");
    }

    static Pipeline start(Path jars, Path folder) throws IOException, InterruptedException {
        Pipeline pipeline = new Pipeline(jars, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close));
        for (String name : pipeline.names()) {
            pipeline.start(name);
            pipeline.await(name);
        }
        return pipeline;
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    String sink() {
        return "http://127.0.0.1:" + parts.get("annotations-sink").port;
    }

    /** The way to the source. */
    Passage webhooks() {
        return webhooks;
    }

    /** The way from the broker to the sink. */
    Passage deliveries() {
        return deliveries;
    }

    synchronized void start(String name) throws IOException {
        Part part = parts.get(name);
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-jar",
                part.jar.toString()));
        command.addAll(List.of(part.arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(part.log.toFile()));
        builder.environment().putAll(part.settings);
        part.process = builder.start();
    }

    /** Ends a part as a crash does; PostgreSQL as somebody does who stops it. */
    void kill(String name) throws InterruptedException {
        Process process = parts.get(name).process;
        if (name.equals("postgresql")) {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
        process.destroyForcibly().waitFor();
    }

    void awaitAll() throws InterruptedException {
        for (String name : names()) {
            await(name);
        }
    }

    /** Until nothing waits to be delivered; false if that takes too long. */
    boolean awaitEmptyQueue() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        URI health = URI.create("http://127.0.0.1:%d/health".formatted(parts.get("local-broker").port));
        while (System.nanoTime() < end) {
            try {
                if (http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString()).body().contains("\"waiting\":0")) {
                    return true;
                }
            } catch (IOException e) {
                // it starts yet
            }
            Thread.sleep(500);
        }
        return false;
    }

    /** Until a part answers. */
    void await(String name) throws InterruptedException {
        Part part = parts.get(name);
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            if (!part.process.isAlive()) {
                throw new IllegalStateException(name + " ended at its start; what it said is in " + part.log);
            }
            if (answers(name, part)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(name + " does not answer; what it said is in " + part.log);
    }

    private boolean answers(String name, Part part) throws InterruptedException {
        try {
            if (name.equals("postgresql")) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress("127.0.0.1", part.port), 1_000);
                    // its schema is brought up to date after it listens
                    return java.nio.file.Files.exists(part.folder.resolve("run.properties"));
                }
            }
            URI health = URI.create("http://127.0.0.1:%d/health".formatted(part.port));
            return http.send(HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void add(String name, Path folder, int port, Path jar, Map<String, String> settings, String... arguments) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (name.equals("annotations-sink")) {
            all.put("LABEL_STUDIO_URL", Environment.setting("LABEL_STUDIO_URL", ""));
            all.put("LABEL_STUDIO_PAT", Environment.setting("LABEL_STUDIO_PAT", ""));
        }
        parts.put(name, new Part(folder, port, jar, folder.resolve(name + ".log"), all, arguments));
    }

    @Override
    public synchronized void close() {
        for (String name : names().reversed()) {
            Process process = parts.get(name).process;
            if (process != null && process.isAlive()) {
                process.destroy();
                try {
                    if (!process.waitFor(30, TimeUnit.SECONDS)) {
                        process.destroyForcibly();
                    }
                } catch (InterruptedException e) {
                    process.destroyForcibly();
                }
            }
        }
        webhooks.close();
        deliveries.close();
    }

    private static final class Part {

        private final Path folder;
        private final int port;
        private final Path jar;
        private final Path log;
        private final Map<String, String> settings;
        private final String[] arguments;
        private volatile Process process;

        Part(Path folder, int port, Path jar, Path log, Map<String, String> settings, String[] arguments) {
            this.folder = folder;
            this.port = port;
            this.jar = jar;
            this.log = log;
            this.settings = settings;
            this.arguments = arguments;
        }
    }
}
