package io.oceanid.adapter.kserve;

import java.util.Arrays;
import java.util.Optional;

/** The data types of tensors (KServe v2, "Tensor Data Types"). */
public enum DataType {
    BOOL(1),
    UINT8(1),
    UINT16(2),
    UINT32(4),
    UINT64(8),
    INT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    FP16(2),
    BF16(2),
    FP32(4),
    FP64(8),
    /** Elements of any length, each behind its length. */
    BYTES(0);

    private final int size;

    DataType(int size) {
        this.size = size;
    }

    /** Bytes of one element; 0 where they differ. */
    public int size() {
        return size;
    }

    /** The type of a name, as in {@code FP32}. */
    public static Optional<DataType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
