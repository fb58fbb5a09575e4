package io.oceanid.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.codec.MalformedCloudEventException;
import io.oceanid.events.codec.UnsupportedCloudEventFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where events come in, on loopback: {@code POST} of a CloudEvent in any mode, 202 once it is kept. {@code GET /health}
 * tells how many deliveries are open.
 */
final class Ingress implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Ingress.class);
    private static final int LARGEST = 32 * 1024 * 1024;

    private final Consumer<CloudEvent> accept;
    private final IntSupplier waiting;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Listens.
     *
     * @param port 0 for any that is free
     * @param waiting how many deliveries are open, for {@code GET /health}
     */
    Ingress(int port, Consumer<CloudEvent> accept, IntSupplier waiting) {
        this.accept = accept;
        this.waiting = waiting;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be listened at: " + e.getMessage(), e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals("/health")) {
                answer(exchange, 200, "{\"ok\":true,\"waiting\":%d}".formatted(waiting.getAsInt()));
                return;
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, "only events are taken here, by POST");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                answer(exchange, 413, "an event of more than " + LARGEST + " bytes");
                return;
            }
            take(exchange, body);
        }
    }

    private void take(HttpExchange exchange, byte[] body) throws IOException {
        try {
            List<CloudEvent> events = CloudEventCodec.decode(headers(exchange), body);
            events.forEach(accept);
            answer(exchange, 202, "");
        } catch (MalformedCloudEventException | UnsupportedCloudEventFormatException e) {
            answer(exchange, 400, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            log.error("an event cannot be kept: {}", e.getMessage());
            answer(exchange, 503, "the queue does not take it");
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
