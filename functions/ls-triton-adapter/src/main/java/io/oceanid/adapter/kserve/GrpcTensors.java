package io.oceanid.adapter.kserve;

import com.google.protobuf.ByteString;
import inference.InferTensorContents;
import inference.ModelInferResponse;
import inference.ModelInferResponse.InferOutputTensor;
import inference.ModelMetadataResponse;
import inference.ModelMetadataResponse.TensorMetadata;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads descriptions and tensors as gRPC gives them. */
final class GrpcTensors {

    private GrpcTensors() {}

    /** @throws IllegalArgumentException if a tensor is of an unknown type */
    static ModelDescription description(ModelMetadataResponse model) {
        return ModelDescription.ofMetadata(
                model.getName(), descriptions(model.getInputsList()), descriptions(model.getOutputsList()));
    }

    /**
     * All tensors of an answer: raw, as Triton gives them, which are not copied; else typed.
     *
     * @throws IllegalArgumentException if the answer is not what it says
     */
    static List<Tensor> read(ModelInferResponse answer) {
        List<ByteString> raw = answer.getRawOutputContentsList();
        if (!raw.isEmpty() && raw.size() != answer.getOutputsCount()) {
            throw new IllegalArgumentException(
                    "it has %d outputs and data of %d".formatted(answer.getOutputsCount(), raw.size()));
        }
        List<Tensor> tensors = new ArrayList<>(answer.getOutputsCount());
        for (int i = 0; i < answer.getOutputsCount(); i++) {
            InferOutputTensor output = answer.getOutputs(i);
            DataType type = Descriptions.type(output.getName(), output.getDatatype());
            tensors.add(
                    raw.isEmpty()
                            ? typed(output, type)
                            : new Tensor(
                                    output.getName(),
                                    type,
                                    output.getShapeList(),
                                    raw.get(i).asReadOnlyByteBuffer()));
        }
        return tensors;
    }

    private static Tensor typed(InferOutputTensor output, DataType type) {
        InferTensorContents contents = output.getContents();
        if (type == DataType.BYTES) {
            List<byte[]> elements = contents.getBytesContentsList().stream()
                    .map(ByteString::toByteArray)
                    .toList();
            return Tensor.ofElements(output.getName(), output.getShapeList(), elements);
        }
        ByteBuffer data = switch (type) {
            case BOOL -> data(type, contents.getBoolContentsList(), (to, value) -> to.put((byte) (value ? 1 : 0)));
            case INT8 -> data(type, contents.getIntContentsList(), (to, value) -> to.put(value.byteValue()));
            case INT16 -> data(type, contents.getIntContentsList(), (to, value) -> to.putShort(value.shortValue()));
            case INT32 -> data(type, contents.getIntContentsList(), ByteBuffer::putInt);
            case INT64 -> data(type, contents.getInt64ContentsList(), ByteBuffer::putLong);
            case UINT8 -> data(type, contents.getUintContentsList(), (to, value) -> to.put(value.byteValue()));
            case UINT16 -> data(type, contents.getUintContentsList(), (to, value) -> to.putShort(value.shortValue()));
            case UINT32 -> data(type, contents.getUintContentsList(), ByteBuffer::putInt);
            case UINT64 -> data(type, contents.getUint64ContentsList(), ByteBuffer::putLong);
            case FP32 -> data(type, contents.getFp32ContentsList(), ByteBuffer::putFloat);
            case FP64 -> data(type, contents.getFp64ContentsList(), ByteBuffer::putDouble);
            case FP16, BF16, BYTES ->
                throw new IllegalArgumentException(
                        output.getName() + " of " + type + " is not raw, and has no other form");
        };
        return new Tensor(output.getName(), type, output.getShapeList(), data);
    }

    private static <T> ByteBuffer data(DataType type, List<T> values, BiConsumer<ByteBuffer, T> put) {
        ByteBuffer data = Tensor.allocate(Math.multiplyExact(values.size(), type.size()));
        values.forEach(value -> put.accept(data, value));
        return data.flip();
    }

    private static List<TensorDescription> descriptions(List<TensorMetadata> tensors) {
        return tensors.stream()
                .map(tensor -> new TensorDescription(
                        tensor.getName(),
                        Descriptions.type(tensor.getName(), tensor.getDatatype()),
                        tensor.getShapeList()))
                .toList();
    }
}
