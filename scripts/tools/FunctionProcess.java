import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A function that was started here as a process, and ends with this program at the latest. */
final class FunctionProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private static final Set<String> OF_EVERY_PROCESS = Set.of("HOME", "LANG", "LC_ALL", "PATH", "TMPDIR");

    private final String name;
    private final Process process;
    private final Path log;
    private final int port;
    private final long begin;

    private FunctionProcess(String name, ProcessBuilder builder, Path log, int port) throws IOException {
        this.name = name;
        this.log = log;
        this.port = port;
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().put("PORT", String.valueOf(port));
        // anybody may call it, unless it is told whom to ask for what
        if (!builder.environment().containsKey("BASIC_AUTH_USER") && !builder.environment().containsKey("WEBHOOK_SECRET")) {
            builder.environment().put("ACCESS_OFF", "true");
        }
        this.begin = System.nanoTime();
        this.process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * Starts one on a free port and waits until it answers.
     *
     * @param everywhere whether to listen on all addresses, not on loopback alone
     * @param settings environment variables beside those of this program
     */
    static FunctionProcess start(Path jar, Path log, List<String> jvm, boolean everywhere, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(jar, log, jvm, everywhere, freePort(), settings);
    }

    /** The same on a port of choice. */
    static FunctionProcess start(
            Path jar, Path log, List<String> jvm, boolean everywhere, int port, Map<String, String> settings)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString(), "--server.address=" + (everywhere ? "0.0.0.0" : "127.0.0.1")));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        String name = jar.getFileName().toString().replaceAll("\\.jar$", "");
        FunctionProcess function = new FunctionProcess(name, builder, log, port);
        function.awaitHealth();
        return function;
    }

    /**
     * Starts a program, such as a native executable, on a free port of loopback, and does not wait for it.
     *
     * @param settings its only environment variables, beside those of every process
     */
    static FunctionProcess launch(String name, List<String> program, Path log, Map<String, String> settings)
            throws IOException {
        List<String> command = new ArrayList<>(program);
        command.add("--server.address=127.0.0.1");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(OF_EVERY_PROCESS);
        builder.environment().putAll(settings);
        return new FunctionProcess(name, builder, log, freePort());
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** When it was started, by {@link System#nanoTime()}. */
    long begin() {
        return begin;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void awaitHealth() throws InterruptedException, IOException {
        awaitOk("/health");
    }

    /** Until it says that requests may come. */
    void awaitReadiness() throws InterruptedException, IOException {
        awaitOk("/actuator/health/readiness");
    }

    private void awaitOk(String path) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + START.toNanos();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + path)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw ended();
                }
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // it does not listen yet
                }
                Thread.sleep(100);
            }
        }
        close();
        throw new IOException(
                "%s did not answer within %d s; what it said is in %s".formatted(name, START.toSeconds(), log));
    }

    /** What there is to say of one that is gone before it was of use. */
    IOException ended() throws IOException {
        List<String> said = Files.readAllLines(log);
        return new IOException("%s ended at its start: %s (all it said is in %s)"
                .formatted(name, said.isEmpty() ? "it said nothing" : said.getLast(), log));
    }

    /**
     * Ends it as a container's runtime does, by SIGTERM.
     *
     * @return its exit code, 143 where that is the signal; empty where it did not end in time
     */
    OptionalInt stop(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience) ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    /** Ends it as a crash does: it gets no time for anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
