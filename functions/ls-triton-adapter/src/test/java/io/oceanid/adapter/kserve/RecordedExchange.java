package io.oceanid.adapter.kserve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.adapter.testing.FakeAnswer;
import io.oceanid.events.json.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A question to a real Triton 2.51 and its answer.
 *
 * @param name its file's, without the ending
 */
record RecordedExchange(String name, JsonNode request, JsonNode response) {

    /** Those whose names begin like this. */
    static Stream<RecordedExchange> all(String prefix) {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .sorted()
                    .map(RecordedExchange::read)
                    .filter(exchange -> exchange.name.startsWith(prefix))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordedExchange of(String name) {
        return read(folder().resolve(name + ".json"));
    }

    String path() {
        return request.path("path").asString();
    }

    int status() {
        return response.path("status").intValue();
    }

    /** The model that was asked for, with its version. */
    String model() {
        String[] parts = path().split("/", -1);
        return parts.length > 5 ? parts[3] + "/" + parts[5] : parts[3];
    }

    /** The JSON of the request, without what is behind it. */
    JsonNode requestJson() {
        return json(request.path("body"));
    }

    JsonNode responseJson() {
        return json(response.path("body"));
    }

    byte[] requestBinary() {
        return binary(request.path("body"));
    }

    byte[] responseBinary() {
        return binary(response.path("body"));
    }

    List<String> outputs() {
        return StreamSupport.stream(requestJson().path("outputs").spliterator(), false)
                .map(output -> output.path("name").asString())
                .toList();
    }

    /** The answer, as it went over the wire. */
    FakeAnswer answer() {
        Map<String, String> headers = new LinkedHashMap<>();
        response.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        JsonNode body = response.path("body");
        byte[] json = body.isString() ? body.asString().getBytes(UTF_8) : EventJson.write(json(body));
        if (headers.containsKey("Inference-Header-Content-Length")) {
            headers.put("Inference-Header-Content-Length", String.valueOf(json.length));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (body.has("$base64")) {
            bytes.writeBytes(Base64.getDecoder().decode(body.path("$base64").asString()));
        } else {
            bytes.writeBytes(json);
            bytes.writeBytes(binary(body));
        }
        return FakeAnswer.of(status(), headers, bytes.toByteArray());
    }

    @Override
    public String toString() {
        return name;
    }

    private static JsonNode json(JsonNode body) {
        return body.has("$json") ? body.path("$json") : body;
    }

    private static byte[] binary(JsonNode body) {
        return Base64.getDecoder().decode(body.path("$binary_base64").asString(""));
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(RecordedExchange.class.getResource("recorded"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordedExchange read(Path file) {
        try {
            JsonNode exchange = EventJson.read(Files.readAllBytes(file));
            return new RecordedExchange(
                    file.getFileName().toString().replace(".json", ""),
                    exchange.path("request"),
                    exchange.path("response"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
