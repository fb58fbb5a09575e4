package io.oceanid.adapter.kserve;

import io.oceanid.events.json.EventJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads what a server says of itself and of its models over HTTP. */
final class Descriptions {

    private Descriptions() {}

    /** Whether a server that describes itself so takes and gives tensors in binary. */
    static boolean knowsBinaryTensors(byte[] server) {
        return StreamSupport.stream(EventJson.read(server).path("extensions").spliterator(), false)
                .anyMatch(extension -> extension.asString("").equals("binary_tensor_data"));
    }

    /**
     * Reads the metadata of a model.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ModelDescription model(byte[] metadata) {
        JsonNode model = EventJson.read(metadata);
        return ModelDescription.ofMetadata(text(model, "name"), tensors(model, "inputs"), tensors(model, "outputs"));
    }

    /** Adds the config of a model, as Triton gives it. */
    static ModelDescription withConfig(ModelDescription description, byte[] config) {
        JsonNode model = EventJson.read(config);
        Map<String, String> parameters = new LinkedHashMap<>();
        model.path("parameters").properties().forEach(parameter -> {
            JsonNode value = parameter.getValue().path("string_value");
            if (value.isString()) {
                parameters.put(parameter.getKey(), value.stringValue());
            }
        });
        return description.with(model.path("max_batch_size").asInt(0), parameters);
    }

    /**
     * A tensor's name, type and shape.
     *
     * @throws IllegalArgumentException if one is missing or unknown
     */
    static TensorDescription tensor(JsonNode tensor) {
        String name = text(tensor, "name");
        return new TensorDescription(name, type(name, text(tensor, "datatype")), shape(name, tensor.path("shape")));
    }

    static DataType type(String tensor, String type) {
        return DataType.of(type)
                .orElseThrow(() -> new IllegalArgumentException(tensor + " is of no type of KServe's: " + type));
    }

    private static List<TensorDescription> tensors(JsonNode model, String field) {
        return StreamSupport.stream(model.path(field).spliterator(), false)
                .map(Descriptions::tensor)
                .toList();
    }

    private static List<Long> shape(String tensor, JsonNode shape) {
        if (!shape.isArray()) {
            throw new IllegalArgumentException(tensor + " has no shape");
        }
        return StreamSupport.stream(shape.spliterator(), false)
                .map(JsonNode::longValue)
                .toList();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("there is no " + field);
        }
        return value.stringValue();
    }
}
