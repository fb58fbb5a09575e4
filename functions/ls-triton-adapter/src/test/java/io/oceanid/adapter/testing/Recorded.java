package io.oceanid.adapter.testing;

import io.oceanid.events.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A call that Label Studio made to an ML backend, as it was recorded. */
public record Recorded(JsonNode exchange) {

    /** Reads a recording by its name, as in {@code setup}. */
    public static Recorded of(String name) {
        try (InputStream in = Objects.requireNonNull(
                Recorded.class.getResourceAsStream("/io/oceanid/adapter/mlbackend/recorded/" + name + ".json"), name)) {
            return new Recorded(EventJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Label Studio sent. */
    public JsonNode body() {
        return exchange.path("request").path("body");
    }

    /** The path, less the prefix that the recorder was served under. */
    public String path() {
        return exchange.path("request").path("path").asString().replaceFirst("^/ml", "");
    }

    /** The method. */
    public String method() {
        return exchange.path("request").path("method").asString();
    }
}
