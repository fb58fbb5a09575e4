package io.oceanid.adapter.kserve;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A tensor with its data, in the form of the binary tensor extension: little-endian, row-major, BYTES elements behind
 * their length of four bytes.
 *
 * @param data read-only, from position 0 to its limit
 */
public record Tensor(String name, DataType type, List<Long> shape, ByteBuffer data) {

    public Tensor {
        shape = List.copyOf(shape);
        data = data.asReadOnlyBuffer();
    }
}
