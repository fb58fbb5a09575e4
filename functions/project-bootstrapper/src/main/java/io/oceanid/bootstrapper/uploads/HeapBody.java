package io.oceanid.bootstrapper.uploads;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/**
 * A request whose body comes in buffers that nobody has to release. Spring's reader of forms and its writer of files pass
 * buffers between threads, and where a body ends in an error sometimes release one that Netty has given to another connection
 * meanwhile.
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
