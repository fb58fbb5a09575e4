import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands before a part that may be killed, hands requests on as they come, and counts: it is there all the time. */
final class Passage implements AutoCloseable {

    /** Those that each connection has of its own. */
    private static final Set<String> OWN = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private static final byte[] NOTHING = {};

    private final URI part;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final Map<String, Integer> arrived = new HashMap<>();
    private int came;
    private int taken;

    Passage(int part) throws IOException {
        this.part = URI.create("http://127.0.0.1:" + part);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Requests that came. */
    synchronized int came() {
        return came;
    }

    /** Those that the part answered with 2xx. */
    synchronized int taken() {
        return taken;
    }

    /** CloudEvents that the part took, or may have taken before its answer was cut off. */
    synchronized int events() {
        return arrived.size();
    }

    /** How often it got one that it had, or may have had, already. */
    synchronized int repeats() {
        return arrived.values().stream().mapToInt(times -> times - 1).sum();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest request = request(exchange);
            count();
            try {
                HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
                if (answer.statusCode() / 100 == 2) {
                    took();
                    arrived(exchange);
                }
                answer(exchange, answer.statusCode(), answer.body());
            } catch (ConnectException e) {
                answer(exchange, 502, NOTHING);
            } catch (IOException e) {
                arrived(exchange); // for all that is known here
                answer(exchange, 502, NOTHING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(part.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized void count() {
        came++;
    }

    private synchronized void took() {
        taken++;
    }

    private synchronized void arrived(HttpExchange exchange) {
        String id = exchange.getRequestHeaders().getFirst("ce-id");
        if (id != null) {
            arrived.merge(exchange.getRequestHeaders().getFirst("ce-source") + " " + id, 1, Integer::sum);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
    }
}
