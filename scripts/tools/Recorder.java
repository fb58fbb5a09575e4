import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** Stands before a Triton and keeps the infer requests that go through, to be sent again as they are. */
final class Recorder implements AutoCloseable {

    private final URI triton;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final List<Infer> infers = Collections.synchronizedList(new ArrayList<>());

    Recorder(URI triton) throws IOException {
        this.triton = triton;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What came since this was asked last. */
    List<Infer> taken() {
        List<Infer> taken = List.copyOf(infers);
        infers.clear();
        return taken;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            HttpRequest.Builder request = HttpRequest.newBuilder(triton.resolve(path))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            StringBuilder headers = new StringBuilder();
            for (String name : List.of("Content-Type", Infer.HEAD_LENGTH)) {
                String value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    request.header(name, value);
                    headers.append(name).append(": ").append(value).append("\r\n");
                }
            }
            if (path.endsWith("/infer")) {
                String head = exchange.getRequestHeaders().getFirst(Infer.HEAD_LENGTH);
                infers.add(new Infer(
                        path,
                        Wire.request(triton, path, headers.toString(), body),
                        new String(body, 0, head == null ? body.length : Integer.parseInt(head))));
            }
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            answer.headers()
                    .firstValue(Infer.HEAD_LENGTH)
                    .ifPresent(length -> exchange.getResponseHeaders().set(Infer.HEAD_LENGTH, length));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }

    /**
     * A request, as it went.
     *
     * @param json its head, or all of it
     */
    record Infer(String path, byte[] request, String json) {

        static final String HEAD_LENGTH = "Inference-Header-Content-Length";

        /** The length of a row of the first input: tokens, with a model that takes those. */
        long rowLength() {
            List<?> shape = Json.list(Json.read(json), "inputs", 0, "shape");
            return ((Number) shape.getLast()).longValue();
        }
    }
}
