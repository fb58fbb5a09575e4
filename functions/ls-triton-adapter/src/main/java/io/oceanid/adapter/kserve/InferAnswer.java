package io.oceanid.adapter.kserve;

import io.oceanid.events.json.EventJson;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Reads what a server answers to an inference over HTTP: tensors behind the JSON, within it, or some of each. */
final class InferAnswer {

    private InferAnswer() {}

    /**
     * All tensors of an answer. They are views of the body, which is not copied.
     *
     * @param headLength length of the JSON before the binary tensors; none where all is JSON
     * @throws IllegalArgumentException if the answer is not what it says
     * @throws ArithmeticException if a size of it is no size
     * @throws tools.jackson.core.JacksonException if its JSON cannot be read
     */
    static List<Tensor> read(byte[] body, OptionalInt headLength) {
        int end = headLength.orElse(body.length);
        if (end < 0 || end > body.length) {
            throw new IllegalArgumentException("its JSON of %d bytes ends behind the answer".formatted(end));
        }
        JsonNode outputs = EventJson.read(end == body.length ? body : Arrays.copyOf(body, end))
                .path("outputs");
        if (!outputs.isArray()) {
            throw new IllegalArgumentException("it has no outputs");
        }
        List<Tensor> tensors = new ArrayList<>(outputs.size());
        for (JsonNode output : outputs) {
            TensorDescription described = Descriptions.tensor(output);
            JsonNode size = output.path("parameters").path("binary_data_size");
            if (size.isMissingNode()) {
                tensors.add(JsonData.read(
                        described.name(), described.type(), described.shape(), data(output, described.name())));
                continue;
            }
            int bytes = size.intValue();
            if (bytes < 0 || bytes > body.length - end) {
                throw new IllegalArgumentException(
                        "%s of %d bytes ends behind the answer".formatted(described.name(), bytes));
            }
            tensors.add(new Tensor(
                    described.name(), described.type(), described.shape(), ByteBuffer.wrap(body, end, bytes)));
            end += bytes;
        }
        if (headLength.isPresent() && end != body.length) {
            throw new IllegalArgumentException("%d bytes are left behind the last tensor".formatted(body.length - end));
        }
        return tensors;
    }

    /**
     * Those that were asked for, in that order; all where none was.
     *
     * @throws IllegalArgumentException if one is missing or there twice
     */
    static List<Tensor> wanted(List<String> names, List<Tensor> tensors) {
        return names.isEmpty()
                ? List.copyOf(tensors)
                : names.stream().map(name -> only(name, tensors)).toList();
    }

    private static Tensor only(String name, List<Tensor> tensors) {
        List<Tensor> named =
                tensors.stream().filter(tensor -> tensor.name().equals(name)).toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException("it has %d outputs %s".formatted(named.size(), name));
        }
        return named.getFirst();
    }

    private static JsonNode data(JsonNode output, String name) {
        JsonNode data = output.path("data");
        if (!data.isArray()) {
            throw new IllegalArgumentException(name + " has no data");
        }
        return data;
    }
}
