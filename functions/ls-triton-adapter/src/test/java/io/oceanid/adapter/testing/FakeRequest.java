package io.oceanid.adapter.testing;

import io.oceanid.events.json.EventJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/**
 * What a {@link FakeTriton} was asked.
 *
 * @param headers by name in lower case
 * @param raw the body as it came
 */
public record FakeRequest(String method, String path, Map<String, String> headers, byte[] raw) {

    /** The body, inflated. */
    public byte[] body() {
        if (!"gzip".equals(headers.get("content-encoding"))) {
            return raw;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of the body, without what is behind it. */
    public JsonNode json() {
        return EventJson.read(Arrays.copyOf(body(), headLength()));
    }

    /** What is behind the JSON. */
    public byte[] binary() {
        return Arrays.copyOfRange(body(), headLength(), body().length);
    }

    private int headLength() {
        String length = headers.get("inference-header-content-length");
        return length == null ? body().length : Integer.parseInt(length);
    }
}
