package io.oceanid.adapter.content;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Collects a body of at most so many bytes. */
record BoundedBody(int limit) {

    Mono<byte[]> of(Flux<ByteBuf> body) {
        return body.collect(ByteArrayOutputStream::new, this::add).map(ByteArrayOutputStream::toByteArray);
    }

    /** The buffer is released by whoever gave it. */
    private void add(ByteArrayOutputStream bytes, ByteBuf buffer) {
        if (bytes.size() + buffer.readableBytes() > limit) {
            throw new UnreadableContentException("a document of more than " + limit + " bytes");
        }
        byte[] piece = new byte[buffer.readableBytes()];
        buffer.readBytes(piece);
        bytes.writeBytes(piece);
    }
}
