package io.oceanid.broker;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Answers what it is told to, in turn, and 204 from then on; remembers what it was sent. */
final class ScriptedSubscriber implements AutoCloseable {

    private final HttpServer server;
    private final Deque<Integer> script = new ArrayDeque<>();
    private final List<Map<String, String>> received = new ArrayList<>();

    private ScriptedSubscriber(HttpServer server) {
        this.server = server;
    }

    static ScriptedSubscriber start(Integer... statuses) throws IOException {
        return startOn(0, statuses);
    }

    static ScriptedSubscriber startOn(int port, Integer... statuses) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ScriptedSubscriber subscriber = new ScriptedSubscriber(server);
        subscriber.script.addAll(List.of(statuses));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                Map<String, String> headers = new TreeMap<>();
                exchange.getRequestHeaders()
                        .forEach((name, values) ->
                                headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
                headers.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                int status = subscriber.next(headers);
                byte[] text = "said no".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, status == 204 ? -1 : text.length);
                if (status != 204) {
                    exchange.getResponseBody().write(text);
                }
            }
        });
        server.start();
        return subscriber;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** What it was sent, headers by name in lower case and the body beside them. */
    synchronized List<Map<String, String>> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized int next(Map<String, String> request) {
        received.add(request);
        Integer status = script.poll();
        return status == null ? 204 : status;
    }
}
