package io.oceanid.support.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;

/** Bodies of requests. */
final class Bodies {

    private Bodies() {}

    static Flux<DataBuffer> of(byte[]... pieces) {
        return Flux.just(pieces).map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    /** The text of a body that is there at once. */
    static String text(ServerHttpRequest request) {
        return new String(Objects.requireNonNull(WholeBody.of(request).block()), UTF_8);
    }
}
