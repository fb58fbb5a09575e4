package io.oceanid.sink.export;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;

/**
 * Bytes in portions that suit the wire: small pieces are joined, large ones cut. A server asks for a number of buffers
 * ahead, whatever their size, so only their size bounds the memory of a client that does not read.
 */
final class Chunks {

    static final int SIZE = 8 * 1024;

    private Chunks() {}

    static Flux<ByteBuffer> of(Flux<byte[]> pieces) {
        return Flux.defer(() -> pieces.bufferUntil(new Full()::test)).concatMapIterable(Chunks::cut, 1);
    }

    private static List<ByteBuffer> cut(List<byte[]> pieces) {
        ByteBuffer all = join(pieces);
        List<ByteBuffer> chunks = new ArrayList<>();
        for (int at = 0; at < all.limit(); at += SIZE) {
            chunks.add(all.slice(at, Math.min(SIZE, all.limit() - at)));
        }
        return chunks;
    }

    private static ByteBuffer join(List<byte[]> pieces) {
        if (pieces.size() == 1) {
            return ByteBuffer.wrap(pieces.getFirst());
        }
        ByteBuffer all = ByteBuffer.allocate(
                pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(all::put);
        return all.flip();
    }

    /** Whether enough has come together for a portion. */
    private static final class Full {

        private int bytes;

        boolean test(byte[] piece) {
            bytes += piece.length;
            if (bytes < SIZE) {
                return false;
            }
            bytes = 0;
            return true;
        }
    }
}
