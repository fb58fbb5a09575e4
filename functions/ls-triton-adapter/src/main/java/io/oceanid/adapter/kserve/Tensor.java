package io.oceanid.adapter.kserve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A tensor with its data, in the form of the binary tensor extension: little-endian, row-major, BYTES elements behind
 * their length of four bytes. Its data are as many as its shape and type say.
 *
 * <p>Immutable, as long as nobody writes to the buffer that it was made of.
 *
 * @param data read-only and little-endian, from position 0 to its limit; a view of the caller's own at every call
 */
public record Tensor(String name, DataType type, List<Long> shape, ByteBuffer data) {

    /** @throws IllegalArgumentException if data and shape do not agree */
    public Tensor {
        shape = List.copyOf(shape);
        data = data.slice().asReadOnlyBuffer();
        Layout.check(name, type, shape, data);
    }

    @Override
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Token ids and the like.
     *
     * @param type INT32 or INT64
     * @throws IllegalArgumentException if there are more or fewer values than the shape has room for
     */
    public static Tensor ofIntegers(String name, DataType type, List<Long> shape, int[] values) {
        if (type != DataType.INT32 && type != DataType.INT64) {
            throw new IllegalArgumentException(name + ": integers are INT32 or INT64 here, not " + type);
        }
        ByteBuffer data = allocate(Math.multiplyExact(values.length, type.size()));
        if (type == DataType.INT32) {
            data.asIntBuffer().put(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                data.putLong(i * Long.BYTES, values[i]);
            }
        }
        return new Tensor(name, type, shape, data);
    }

    /**
     * Texts, as BYTES in UTF-8.
     *
     * @throws IllegalArgumentException if there are more or fewer texts than the shape has room for
     */
    public static Tensor ofTexts(String name, List<Long> shape, List<String> texts) {
        return ofElements(
                name, shape, texts.stream().map(text -> text.getBytes(UTF_8)).toList());
    }

    static Tensor ofElements(String name, List<Long> shape, List<byte[]> elements) {
        int size = 0;
        for (byte[] element : elements) {
            size = Math.addExact(size, Math.addExact(Integer.BYTES, element.length));
        }
        ByteBuffer data = allocate(size);
        elements.forEach(element -> data.putInt(element.length).put(element));
        return new Tensor(name, DataType.BYTES, shape, data.flip());
    }

    /**
     * The values of a tensor of floating point numbers, as they are (NaN and infinite ones too).
     *
     * @throws IllegalArgumentException if it holds others
     */
    public float[] floats() {
        ByteBuffer values = data();
        return switch (type) {
            case FP32 -> {
                float[] floats = new float[values.remaining() / Float.BYTES];
                values.asFloatBuffer().get(floats);
                yield floats;
            }
            case FP16 -> floats(() -> Float.float16ToFloat(values.getShort()));
            // the upper half of an FP32
            case BF16 -> floats(() -> Float.intBitsToFloat(values.getShort() << Short.SIZE));
            case FP64 -> floats(() -> (float) values.getDouble());
            default -> throw new IllegalArgumentException(name + " holds no floating point numbers but " + type);
        };
    }

    private interface Next {
        float get();
    }

    private float[] floats(Next next) {
        float[] floats = new float[data.remaining() / type.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = next.get();
        }
        return floats;
    }

    /**
     * The elements of a BYTES tensor.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public List<byte[]> elements() {
        if (type != DataType.BYTES) {
            throw new IllegalArgumentException(name + " holds no BYTES but " + type);
        }
        return Layout.elements(data());
    }

    static ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
