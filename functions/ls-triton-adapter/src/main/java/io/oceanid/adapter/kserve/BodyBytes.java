package io.oceanid.adapter.kserve;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.Arrays;

/** A body as it arrives, up to a limit. */
final class BodyBytes {

    /** Reserved on the word of a header; more only once it is there. */
    private static final int TRUSTED = 1024 * 1024;

    private final int max;
    private byte[] bytes;
    private int length;

    /** @param announced what {@code Content-Length} says; below 0 for nothing */
    BodyBytes(long announced, int max) {
        this.max = max;
        this.bytes = new byte[Math.clamp(announced, 0, Math.min(max, TRUSTED))];
    }

    /** @throws IOException if the limit is passed */
    BodyBytes add(ByteBuf chunk) throws IOException {
        int size = chunk.readableBytes();
        if (size > max - length) {
            throw new IOException("it is larger than %d bytes".formatted(max));
        }
        if (size > bytes.length - length) {
            long doubled = Math.max(2L * bytes.length, length + (long) size);
            bytes = Arrays.copyOf(bytes, (int) Math.min(doubled, max));
        }
        chunk.readBytes(bytes, length, size);
        length += size;
        return this;
    }

    byte[] toArray() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
