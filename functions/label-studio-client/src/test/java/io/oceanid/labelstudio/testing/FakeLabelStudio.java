package io.oceanid.labelstudio.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as scripted, and remembers what it was asked. What is not scripted is 404, as an HTML page. */
public final class FakeLabelStudio implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Function<Asked, Reply>> script = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private FakeLabelStudio(HttpServer server) {
        this.server = server;
    }

    /**
     * A request as it came.
     *
     * @param query as it stands in the URL, percent-encoded
     */
    public record Asked(
            String method,
            String path,
            @Nullable String query,
            @Nullable String authorization,
            String body) {}

    /** An answer. */
    public record Reply(int status, String contentType, String body) {

        /** JSON. */
        public static Reply json(int status, String body) {
            return new Reply(status, "application/json", body);
        }
    }

    /** Starts on a free port. */
    public static FakeLabelStudio start() {
        try {
            FakeLabelStudio fake = new FakeLabelStudio(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            fake.server.createContext("/", fake::handle);
            fake.server.setExecutor(fake.threads);
            fake.server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Says what a method and path, without query, are answered with. */
    public FakeLabelStudio on(String call, Function<Asked, Reply> reply) {
        script.put(call, reply);
        return this;
    }

    /** What it was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** What it was asked so far by a method and path. */
    public List<Asked> asked(String call) {
        return asked.stream()
                .filter(request -> call.equals(request.method() + " " + request.path()))
                .toList();
    }

    /** Forgets what it was asked so far. */
    public void forgetAsked() {
        asked.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            URI uri = exchange.getRequestURI();
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    uri.getRawQuery(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body);
            asked.add(request);
            Reply reply = script.getOrDefault(
                            request.method() + " " + request.path(),
                            _ -> new Reply(404, "text/html", "<!doctype html><html></html>"))
                    .apply(request);
            byte[] bytes = reply.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
