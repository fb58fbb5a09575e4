package io.oceanid.adapter.kserve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The data of a tensor as JSON, which every server of KServe v2 understands ("Tensor Data"). */
final class JsonData {

    private JsonData() {}

    /**
     * Reads data, flat or nested.
     *
     * @throws IllegalArgumentException if they are not of the type, or not as many as the shape says
     */
    static Tensor read(String name, DataType type, List<Long> shape, JsonNode data) {
        List<JsonNode> values = new ArrayList<>();
        flatten(data, values);
        if (type == DataType.BYTES) {
            return Tensor.ofElements(
                    name, shape, values.stream().map(JsonData::bytes).toList());
        }
        ByteBuffer buffer = Tensor.allocate(Math.multiplyExact(values.size(), type.size()));
        values.forEach(value -> put(buffer, type, value));
        return new Tensor(name, type, shape, buffer.flip());
    }

    /**
     * Writes data, flat.
     *
     * @throws IllegalArgumentException if there are bytes that are no text, which JSON cannot hold
     */
    static ArrayNode write(Tensor tensor) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        switch (tensor.type()) {
            case BYTES -> tensor.elements().forEach(element -> values.add(text(tensor.name(), element)));
            case FP16, BF16, FP32 -> {
                for (float value : tensor.floats()) {
                    values.add(value);
                }
            }
            default -> {
                ByteBuffer data = tensor.data();
                while (data.hasRemaining()) {
                    add(values, tensor.type(), data);
                }
            }
        }
        return values;
    }

    private static void flatten(JsonNode node, List<JsonNode> values) {
        if (node.isArray()) {
            node.forEach(child -> flatten(child, values));
        } else {
            values.add(node);
        }
    }

    private static void put(ByteBuffer buffer, DataType type, JsonNode value) {
        switch (type) {
            case BOOL -> buffer.put((byte) (value.booleanValue() ? 1 : 0));
            case FP16 ->
                buffer.putShort(
                        Float.floatToFloat16(number(value).decimalValue().floatValue()));
            case BF16 ->
                buffer.putShort((short)
                        (Float.floatToRawIntBits(number(value).decimalValue().floatValue()) >>> Short.SIZE));
            case FP32 -> buffer.putFloat(number(value).decimalValue().floatValue());
            case FP64 -> buffer.putDouble(number(value).decimalValue().doubleValue());
            case INT8, UINT8 -> buffer.put((byte) integer(type, value));
            case INT16, UINT16 -> buffer.putShort((short) integer(type, value));
            case INT32, UINT32 -> buffer.putInt((int) integer(type, value));
            case INT64 -> buffer.putLong(integer(type, value));
            case UINT64 -> buffer.putLong(Long.parseUnsignedLong(number(value).asString()));
            case BYTES -> throw new IllegalArgumentException("BYTES have no size of their own");
        }
    }

    private static void add(ArrayNode values, DataType type, ByteBuffer data) {
        switch (type) {
            case BOOL -> values.add(data.get() != 0);
            case INT8 -> values.add(data.get());
            case UINT8 -> values.add(Byte.toUnsignedInt(data.get()));
            case INT16 -> values.add(data.getShort());
            case UINT16 -> values.add(Short.toUnsignedInt(data.getShort()));
            case INT32 -> values.add(data.getInt());
            case UINT32 -> values.add(Integer.toUnsignedLong(data.getInt()));
            case INT64 -> values.add(data.getLong());
            case UINT64 -> values.add(new BigInteger(Long.toUnsignedString(data.getLong())));
            case FP64 -> values.add(data.getDouble());
            case FP16, BF16, FP32, BYTES -> throw new IllegalArgumentException(type + " is written elsewhere");
        }
    }

    private static long integer(DataType type, JsonNode value) {
        long integer = number(value).longValue();
        int bits = type.size() * Byte.SIZE;
        boolean unsigned = type.name().startsWith("U");
        // what is left above the type's own bits: nothing, or nothing but the sign
        long above = unsigned ? integer >>> bits : integer >> (bits - 1);
        if (bits < Long.SIZE && above != 0 && (unsigned || above != -1)) {
            throw new IllegalArgumentException(integer + " is no " + type);
        }
        return integer;
    }

    private static JsonNode number(JsonNode value) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("where a number was to be is " + value.getNodeType());
        }
        return value;
    }

    private static byte[] bytes(JsonNode value) {
        return value.stringValue().getBytes(UTF_8);
    }

    private static String text(String name, byte[] element) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(element)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " has bytes that are no text, which JSON cannot hold", e);
        }
    }
}
