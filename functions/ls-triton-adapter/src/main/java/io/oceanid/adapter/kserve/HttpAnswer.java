package io.oceanid.adapter.kserve;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** An answer over HTTP, whole. */
record HttpAnswer(int status, HttpHeaders headers, byte[] body) {

    /** Beside a binary answer: the length of the JSON that it begins with. */
    static final String HEAD_LENGTH = "Inference-Header-Content-Length";

    /** @throws IllegalArgumentException if it is no number */
    OptionalInt headLength() {
        String length = headers.get(HEAD_LENGTH);
        return length == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(length.strip()));
    }

    @Nullable
    String contentType() {
        return headers.get(HttpHeaderNames.CONTENT_TYPE);
    }

    /**
     * The same with its body inflated, if it is compressed.
     *
     * @throws IOException if it is compressed in another way, wrongly, or larger than that
     */
    HttpAnswer inflated(int maxBytes) throws IOException {
        String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return this;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new IOException("its Content-Encoding was not asked for");
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] inflated = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw new IOException("it is larger than %d bytes".formatted(maxBytes));
            }
            return new HttpAnswer(status, headers, inflated);
        }
    }
}
