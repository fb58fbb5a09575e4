package io.oceanid.support.http;

import io.oceanid.support.failure.UnsupportedContentException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads a body at one go. {@link Admission} has bounded it. */
public final class WholeBody {

    private static final byte[] NOTHING = new byte[0];

    private WholeBody() {}

    /**
     * The bytes of a request; none where there is no body.
     *
     * @return fails with an {@link UnsupportedContentException} if the body is compressed: it would pass the limit of
     *     bytes, and secrets in it unseen
     */
    public static Mono<byte[]> of(ServerHttpRequest request) {
        if (!request.getHeaders().getOrEmpty(HttpHeaders.CONTENT_ENCODING).stream()
                .allMatch("identity"::equalsIgnoreCase)) {
            return Mono.error(new UnsupportedContentException(
                    "content-encoding", "content-encoding must be absent: send the body as it is, not compressed"));
        }
        return DataBufferUtils.join(request.getBody()).map(WholeBody::takeBytes).defaultIfEmpty(NOTHING);
    }

    private static byte[] takeBytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
