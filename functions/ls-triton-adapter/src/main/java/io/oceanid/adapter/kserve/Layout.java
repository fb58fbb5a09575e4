package io.oceanid.adapter.kserve;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** How the data of a tensor lie in its bytes. Trusts no length that it reads. */
final class Layout {

    private Layout() {}

    /** @throws IllegalArgumentException if the data are not what the shape and the type say */
    static void check(String name, DataType type, List<Long> shape, ByteBuffer data) {
        long count = count(name, shape);
        if (type != DataType.BYTES) {
            // divided, since a product might overflow
            if (data.remaining() % type.size() != 0 || data.remaining() / type.size() != count) {
                throw new IllegalArgumentException(
                        "%s is of %s %s and has %d bytes of data".formatted(name, type, shape, data.remaining()));
            }
        } else if (countElements(name, data.duplicate().order(ByteOrder.LITTLE_ENDIAN)) != count) {
            throw new IllegalArgumentException(
                    "%s is of %s %s and has another number of elements".formatted(name, type, shape));
        }
    }

    /**
     * How many elements a shape has room for.
     *
     * @throws IllegalArgumentException if that is no number
     */
    static long count(String name, List<Long> shape) {
        long count = 1;
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException(name + " has a negative dimension: " + shape);
            }
            try {
                count = Math.multiplyExact(count, dimension);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(name + " is larger than can be: " + shape, e);
            }
        }
        return count;
    }

    /** The elements of BYTES data that were checked. */
    static List<byte[]> elements(ByteBuffer data) {
        List<byte[]> elements = new ArrayList<>();
        while (data.hasRemaining()) {
            byte[] element = new byte[data.getInt()];
            data.get(element);
            elements.add(element);
        }
        return elements;
    }

    private static long countElements(String name, ByteBuffer data) {
        long count = 0;
        while (data.hasRemaining()) {
            int length = data.remaining() < Integer.BYTES ? -1 : data.getInt();
            if (length < 0 || length > data.remaining()) {
                throw new IllegalArgumentException(name + " has an element that ends behind the data");
            }
            data.position(data.position() + length);
            count++;
        }
        return count;
    }
}
