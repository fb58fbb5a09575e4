package io.oceanid.bootstrapper.uploads;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/**
 * A request whose body comes in buffers that nobody has to release. On their way to disk they go from thread to thread, and
 * one that is released twice where a body breaks off is another connection's the second time.
 */
final class HeapBody extends ServerHttpRequestDecorator {

    private static final DefaultDataBufferFactory HEAP = DefaultDataBufferFactory.sharedInstance;

    HeapBody(ServerHttpRequest request) {
        super(request);
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().map(HeapBody::copy);
    }

    private static DataBuffer copy(DataBuffer pooled) {
        byte[] bytes = new byte[pooled.readableByteCount()];
        pooled.read(bytes);
        DataBufferUtils.release(pooled);
        return HEAP.wrap(bytes);
    }
}
