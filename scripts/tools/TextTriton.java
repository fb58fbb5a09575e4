import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stands in for a Triton with one model of texts, described as a real one described it, that finds the same in every text: its
 * answers are made once, so that what is measured is who asks. It knows tensors in JSON and in binary. Texts have to have 200
 * characters.
 */
final class TextTriton implements AutoCloseable {

    static final String MODEL = "ner_text";

    private static final int FOUND = 10;

    private static final List<String> LABELS = List.of("VESSEL", "PORT", "IMO", "DATE", "FLAG");

    private static final String ENTITIES = IntStream.range(0, FOUND)
            .mapToObj(i -> "{\"start\": %d, \"end\": %d, \"label\": \"%s\", \"score\": 0.9}"
                    .formatted(i * 20, i * 20 + 12, LABELS.get(i % LABELS.size())))
            .collect(Collectors.joining(", ", "[", "]"));

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final Duration pause;
    private final WireServer server;

    /** @param pause before each inference is answered */
    TextTriton(Duration pause) throws IOException {
        this.pause = pause;
        answers.put("/v2", json(Triton.recorded("server-metadata")));
        answers.put("/v2/models/" + MODEL, json(Triton.recorded("model-metadata-" + MODEL)));
        answers.put("/v2/models/" + MODEL + "/config", json(Triton.recorded("model-config-" + MODEL)));
        this.server = new WireServer(this::answer);
    }

    String url() {
        return server.url();
    }

    private byte[] answer(byte[] request) throws InterruptedException {
        String head = new String(request, 0, Math.min(request.length, 2_048), StandardCharsets.ISO_8859_1);
        String path = head.substring(head.indexOf(' ') + 1, head.indexOf(' ', head.indexOf(' ') + 1));
        if (!path.endsWith("/infer")) {
            byte[] described = answers.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
            return described == null ? http("404 Not Found", "application/json", "", new byte[0]) : described;
        }
        if (!pause.isZero()) {
            Thread.sleep(pause);
        }
        int texts = texts(head);
        boolean inBinary = head.contains("\"binary_data\"");
        boolean withScore = head.contains("\"score\"");
        return answers.computeIfAbsent(
                "%d %b %b".formatted(texts, inBinary, withScore),
                _ -> inBinary ? binary(texts, withScore) : json(inferred(List.of(
                        output("entities_json", "BYTES", texts, "data", Collections.nCopies(texts, ENTITIES)),
                        output("score", "FP32", texts, "data", Collections.nCopies(texts, 0.9))), withScore)));
    }

    /** The first number of the shape, which stands before the texts. */
    private static int texts(String head) {
        int at = head.indexOf('[', head.indexOf("\"shape\"")) + 1;
        return Integer.parseInt(head.substring(at, head.indexOf(',', at)).strip());
    }

    private static Map<String, Object> output(String name, String type, int texts, String key, Object value) {
        return Map.of("name", name, "datatype", type, "shape", List.of(texts, 1), key, value);
    }

    private static Map<String, Object> inferred(List<Map<String, Object>> outputs, boolean withScore) {
        return Map.of(
                "model_name", MODEL, "model_version", "1", "outputs", withScore ? outputs : outputs.subList(0, 1));
    }

    private static byte[] json(Object body) {
        return http("200 OK", "application/json", "", Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] binary(int texts, boolean withScore) {
        int ofEntities = texts * (4 + ENTITIES.length());
        int ofScores = withScore ? texts * 4 : 0;
        byte[] head = Json.write(inferred(
                        List.of(
                                output("entities_json", "BYTES", texts, "parameters", Map.of("binary_data_size", ofEntities)),
                                output("score", "FP32", texts, "parameters", Map.of("binary_data_size", ofScores))),
                        withScore))
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = ByteBuffer.allocate(head.length + ofEntities + ofScores)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(head);
        for (int i = 0; i < texts; i++) {
            body.putInt(ENTITIES.length()).put(ENTITIES.getBytes(StandardCharsets.ISO_8859_1));
        }
        while (body.hasRemaining()) {
            body.putFloat(0.9F);
        }
        return http(
                "200 OK",
                "application/octet-stream",
                "%s: %d\r\n".formatted(Recorder.Infer.HEAD_LENGTH, head.length),
                body.array());
    }

    private static byte[] http(String status, String type, String headers, byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes("HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(status, type, body.length, headers)
                .getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
