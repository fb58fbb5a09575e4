package io.oceanid.adapter.kserve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.oceanid.events.json.EventJson;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorTest {

    @Property
    void integersAreLittleEndian(@ForAll int[] values) {
        List<Long> shape = List.of((long) values.length);

        ByteBuffer ints =
                Tensor.ofIntegers("ids", DataType.INT32, shape, values).data();
        ByteBuffer longs =
                Tensor.ofIntegers("ids", DataType.INT64, shape, values).data();

        for (int value : values) {
            assertThat(Integer.reverseBytes(ints.order(ByteOrder.BIG_ENDIAN).getInt()))
                    .isEqualTo(value);
            assertThat(Long.reverseBytes(longs.order(ByteOrder.BIG_ENDIAN).getLong()))
                    .isEqualTo(value);
        }
        assertThat(ints.hasRemaining()).isFalse();
        assertThat(longs.hasRemaining()).isFalse();
    }

    @Property
    void textsComeBack(@ForAll("texts") List<String> texts) {
        Tensor tensor = Tensor.ofTexts("texts", List.of((long) texts.size()), texts);

        assertThat(tensor.elements().stream().map(element -> new String(element, UTF_8)))
                .isEqualTo(texts);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .filter(text -> text.equals(new String(text.getBytes(UTF_8), UTF_8)))
                .list()
                .ofMaxSize(20);
    }

    @Property
    void aTensorOfAnyTypeSurvivesJson(@ForAll DataType type, @ForAll byte[] bytes) {
        Tensor tensor = tensor(type, bytes);

        Tensor read = JsonData.read("t", type, tensor.shape(), EventJson.read(EventJson.write(JsonData.write(tensor))));

        assertThat(read).isEqualTo(tensor);
    }

    /** Any values of a type, less those that JSON cannot hold. */
    private static Tensor tensor(DataType type, byte[] bytes) {
        if (type == DataType.BYTES) {
            String hex = HexFormat.of().formatHex(bytes);
            return Tensor.ofTexts("t", List.of(1L, 2L), List.of(hex, ""));
        }
        ByteBuffer data = ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length - bytes.length % type.size()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < data.capacity(); i += type.size()) {
            switch (type) {
                case BOOL -> data.put(i, (byte) (data.get(i) & 1));
                case FP16 -> data.putShort(i, Float.floatToFloat16(held(Float.float16ToFloat(data.getShort(i)))));
                case BF16 ->
                    data.putShort(i, (short)
                            (Float.floatToRawIntBits(held(Float.intBitsToFloat(data.getShort(i) << 16))) >> 16));
                case FP32 -> data.putFloat(i, held(data.getFloat(i)));
                case FP64 -> data.putDouble(i, Double.isFinite(data.getDouble(i)) ? data.getDouble(i) + 0.0 : 0);
                default -> {}
            }
        }
        return new Tensor("t", type, List.of((long) data.capacity() / type.size()), data);
    }

    /** JSON has no NaN and no infinity, and exact decimals have no negative zero. */
    private static float held(float value) {
        return Float.isFinite(value) ? value + 0.0f : 0;
    }

    @Property
    void halvesAreWhatTheirBitsSay(@ForAll short half) {
        assertThat(floats(DataType.FP16, half))
                .containsExactly(halfByItsDefinition(half))
                .containsExactly(Float.float16ToFloat(half));
    }

    /** IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. */
    private static float halfByItsDefinition(short half) {
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        double magnitude = switch (exponent) {
            case 0 -> fraction * Math.pow(2, -24);
            case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
        };
        return (float) (half < 0 ? -magnitude : magnitude);
    }

    @Property
    void brainFloatsAreTheUpperHalfOfAFloat(@ForAll float value) {
        short upper = (short) (Float.floatToRawIntBits(value) >>> 16);

        assertThat(floats(DataType.BF16, upper))
                .containsExactly(Float.intBitsToFloat(Float.floatToRawIntBits(value) & 0xffff0000));
    }

    @Property
    void floatsAndDoublesAreReadAsTheyAre(@ForAll float value) {
        ByteBuffer data = Tensor.allocate(12).putFloat(0, value).putDouble(4, value);

        assertThat(new Tensor("t", DataType.FP32, List.of(), data.slice(0, 4)).floats())
                .containsExactly(value);
        assertThat(new Tensor("t", DataType.FP64, List.of(), data.slice(4, 8)).floats())
                .containsExactly(value);
    }

    private static float[] floats(DataType type, short bits) {
        return new Tensor("t", type, List.of(1L), Tensor.allocate(2).putShort(0, bits)).floats();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"FP16", "BF16", "FP32", "FP64"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsNoFloatIsNotReadAsOne(DataType type) {
        Tensor none = new Tensor("t", type, List.of(0L), ByteBuffer.allocate(0));

        assertThatIllegalArgumentException().isThrownBy(none::floats).withMessageContaining(type.name());
    }

    @Test
    void whatIsNoTextIsNotReadAsOne() {
        Tensor ids = Tensor.ofIntegers("ids", DataType.INT32, List.of(1L), new int[] {1});

        assertThatIllegalArgumentException().isThrownBy(ids::elements);
    }

    @Test
    void dataAndShapeAgree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.ofIntegers("ids", DataType.INT64, List.of(2L, 2L), new int[3]))
                .withMessage("ids is of INT64 [2, 2] and has 24 bytes of data");
        assertThatIllegalArgumentException().isThrownBy(() -> Tensor.ofTexts("texts", List.of(2L, 1L), List.of("one")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tensor("t", DataType.FP32, List.of(1L), ByteBuffer.allocate(5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.ofIntegers("ids", DataType.FP32, List.of(1L), new int[1]));
    }

    @Property
    void noLengthOfAnElementIsTrusted(@ForAll byte[] bytes, @ForAll("dimensions") List<Long> shape) {
        try {
            Tensor tensor = new Tensor("t", DataType.BYTES, shape, ByteBuffer.wrap(bytes));
            int size = tensor.elements().stream()
                    .mapToInt(element -> element.length + 4)
                    .sum();
            assertThat(size).isEqualTo(bytes.length);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("t ");
        }
    }

    @Provide
    Arbitrary<List<Long>> dimensions() {
        return Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(0, 3))
                .list()
                .ofMaxSize(4);
    }

    @Test
    void whoReadsDataDoesNotTakeThemFromOthers() {
        Tensor tensor = Tensor.ofTexts("texts", List.of(1L), List.of("one"));

        assertThat(tensor.data().getInt()).isEqualTo(3);
        assertThat(tensor.data().getInt()).isEqualTo(3);
        assertThat(tensor.data().isReadOnly()).isTrue();
    }
}
