import java.io.File;
import java.io.IOException;
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
import java.util.concurrent.TimeUnit;

/** An adapter that was started here, and ends with this program at the latest. */
final class Adapter implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;
    private final int port;

    private Adapter(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * Starts one on a free port and waits until it answers.
     *
     * @param everywhere whether to listen on all addresses, not on loopback alone
     * @param settings environment variables beside those of this program
     */
    static Adapter start(Path jar, Path log, List<String> jvm, boolean everywhere, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString(), "--server.address=" + (everywhere ? "0.0.0.0" : "127.0.0.1")));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("PORT", String.valueOf(port));
        Adapter adapter = new Adapter(builder.start(), log, port);
        adapter.awaitHealth();
        return adapter;
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

    private void awaitHealth() throws InterruptedException, IOException {
        long deadline = System.nanoTime() + START.toNanos();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/health")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    List<String> said = Files.readAllLines(log);
                    throw new IOException("the adapter ended at its start: %s (all it said is in %s)"
                            .formatted(said.isEmpty() ? "it said nothing" : said.getLast(), log));
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
                "the adapter did not answer within %d s; what it said is in %s".formatted(START.toSeconds(), log));
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
