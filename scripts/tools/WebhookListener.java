import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes webhooks in and keeps what they said. */
final class WebhookListener implements AutoCloseable {

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** @param secret name of the header that is kept of each call */
    WebhookListener(String address, String secret) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        server.createContext("/", exchange -> take(exchange, secret));
        server.start();
    }

    /**
     * A webhook that came.
     *
     * @param secret value of the header; null where it had none
     */
    record Call(String path, String action, String secret) {}

    private void take(HttpExchange exchange, String secret) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(Json.at(Json.read(body), "action")),
                    exchange.getRequestHeaders().getFirst(secret)));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Call> calls() {
        return calls;
    }

    /** Forgets what came so far. */
    void forget() {
        calls.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
