import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Stands in for a Triton with one model of tokens, described as a real one described it, that tags each token by its
 * number. It knows tensors in JSON alone.
 */
final class Triton implements AutoCloseable {

    static final String MODEL = "ner_token_cls";

    private static final Path RECORDED =
            Path.of("functions/ls-triton-adapter/src/test/resources/io/oceanid/adapter/kserve/recorded");
    private static final int TAGS = 5;

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    Triton() throws IOException {
        server.createContext("/v2", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Object body = switch (exchange.getRequestURI().getPath()) {
                case "/v2" -> Map.of("name", "triton", "version", "2.51.0", "extensions", List.of());
                case "/v2/models/" + MODEL -> recorded("model-metadata-" + MODEL);
                case "/v2/models/" + MODEL + "/config" -> recorded("model-config-" + MODEL);
                case "/v2/models/" + MODEL + "/infer" -> tagged(Json.read(request));
                default -> null;
            };
            byte[] answer = Json.write(body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body == null ? 404 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** What a real one answered. */
    static Object recorded(String name) throws IOException {
        return Json.at(Json.read(Files.readString(RECORDED.resolve(name + ".json"))), "response", "body");
    }

    private static Object tagged(Object request) {
        List<?> shape = Json.list(request, "inputs", 0, "shape");
        List<Integer> logits = new ArrayList<>();
        for (Object id : Json.list(request, "inputs", 0, "data")) {
            for (int tag = 0; tag < TAGS; tag++) {
                logits.add(((Long) id) % TAGS == tag ? 4 : 0);
            }
        }
        return Map.of(
                "model_name",
                MODEL,
                "model_version",
                "1",
                "outputs",
                List.of(Map.of(
                        "name",
                        "logits",
                        "datatype",
                        "FP32",
                        "shape",
                        List.of(shape.get(0), shape.get(1), TAGS),
                        "data",
                        logits)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
