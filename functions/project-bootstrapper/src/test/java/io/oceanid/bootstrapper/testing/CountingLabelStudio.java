package io.oceanid.bootstrapper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Label Studio that takes tasks by the hundred thousand, and keeps of each no more than the digest of its row. */
public final class CountingLabelStudio implements AutoCloseable {

    private static final Pattern DIGEST = Pattern.compile("\"row\":\"([0-9a-f]{32})\"");
    private static final Pattern AFTER = Pattern.compile("\"operator\":\"greater\".*\"value\":(\\d+)");
    private static final Pattern PAGE = Pattern.compile("page_size=(\\d+)");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> digests = new ArrayList<>();
    private final HttpServer server;

    private CountingLabelStudio(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port. */
    public static CountingLabelStudio start() {
        try {
            CountingLabelStudio counting = new CountingLabelStudio(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            counting.server.createContext("/", counting::handle);
            counting.server.setExecutor(counting.threads);
            counting.server.start();
            return counting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many tasks it has. */
    public synchronized int tasks() {
        return digests.size();
    }

    /** How many rows they are of. */
    public synchronized int rows() {
        return new HashSet<>(digests).size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            byte[] answer = answer(exchange.getRequestURI(), body).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private synchronized String answer(URI uri, String body) {
        if (uri.getPath().endsWith("/import")) {
            DIGEST.matcher(body).results().forEach(found -> digests.add(found.group(1)));
            return "{\"task_ids\":[%d]}".formatted(digests.size());
        }
        return uri.getPath().equals("/api/tasks")
                ? listed(URLDecoder.decode(uri.getRawQuery(), UTF_8))
                : "{\"task_number\":%d}".formatted(digests.size());
    }

    private String listed(String query) {
        Matcher after = AFTER.matcher(query);
        Matcher page = PAGE.matcher(query);
        int from = after.find() ? Integer.parseInt(after.group(1)) : 0;
        int to = Math.min(digests.size(), page.find() ? from + Integer.parseInt(page.group(1)) : from + 100);
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"id\":%d,\"total_annotations\":0,\"meta\":{\"oceanid\":{\"row\":\"%s\"}}}"
                        .formatted(i + 1, digests.get(i)))
                .collect(Collectors.joining(",", "{\"total\":%d,\"tasks\":[".formatted(digests.size() - from), "]}"));
    }
}
