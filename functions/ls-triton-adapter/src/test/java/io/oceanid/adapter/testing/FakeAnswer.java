package io.oceanid.adapter.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.adapter.kserve.DataType;
import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.kserve.Tensor;
import io.oceanid.adapter.kserve.TensorDescription;
import io.oceanid.events.json.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a {@link FakeTriton} answers, and how.
 *
 * @param delay how long nothing is said before
 * @param bytes how much of the answer is sent before the connection ends; below 0 for all, after which it stays
 * @param dripping one byte at a time
 */
public record FakeAnswer(
        int status, Map<String, String> headers, byte[] body, Duration delay, int bytes, boolean dripping) {

    public static FakeAnswer of(int status, String type, String body) {
        return of(status, Map.of("Content-Type", type), body.getBytes(UTF_8));
    }

    public static FakeAnswer of(int status, Map<String, String> headers, byte[] body) {
        return new FakeAnswer(status, headers, body, Duration.ZERO, -1, false);
    }

    public static FakeAnswer json(String json) {
        return of(200, "application/json", json);
    }

    /** As Triton tells of errors, under a type that is not theirs. */
    public static FakeAnswer error(int status, String error) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", error);
        return of(status, "text/plain", EventJson.text(body));
    }

    /** Hangs up without a word. */
    public static FakeAnswer none() {
        return json("{}").cutAfter(0);
    }

    /** Tensors as they are, which makes them right. */
    public static FakeAnswer tensors(Tensor... tensors) {
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("model_name", "fake");
        ArrayNode outputs = head.putArray("outputs");
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Tensor tensor : tensors) {
            byte[] bytes = new byte[tensor.data().remaining()];
            tensor.data().get(bytes);
            data.writeBytes(bytes);
            ObjectNode output = outputs.addObject()
                    .put("name", tensor.name())
                    .put("datatype", tensor.type().name());
            tensor.shape().forEach(output.withArray("shape")::add);
            output.putObject("parameters").put("binary_data_size", bytes.length);
        }
        return binary(EventJson.text(head), data.toByteArray());
    }

    /** FP32, NaN and infinite ones too. */
    public static FakeAnswer floats(String output, List<Long> shape, float... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return tensors(new Tensor(output, DataType.FP32, shape, data));
    }

    /** A JSON head and what is to be binary tensors behind it, whether or not they agree. */
    public static FakeAnswer binary(String head, byte[] tensors) {
        byte[] json = head.getBytes(UTF_8);
        byte[] body = ByteBuffer.allocate(json.length + tensors.length)
                .put(json)
                .put(tensors)
                .array();
        return of(
                200,
                Map.of(
                        "Content-Type",
                        "application/octet-stream",
                        "Inference-Header-Content-Length",
                        String.valueOf(json.length)),
                body);
    }

    /** The metadata of a model. */
    public static FakeAnswer metadata(ModelDescription model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", model.name());
        describe(json.putArray("inputs"), model.inputs());
        describe(json.putArray("outputs"), model.outputs());
        return json(EventJson.text(json));
    }

    /** The config of a model. */
    public static FakeAnswer config(ModelDescription model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("max_batch_size", model.maxBatchSize());
        ObjectNode parameters = json.putObject("parameters");
        model.parameters().forEach((name, value) -> parameters.putObject(name).put("string_value", value));
        return json(EventJson.text(json));
    }

    public FakeAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new FakeAnswer(status, more, body, delay, bytes, dripping);
    }

    public FakeAnswer after(Duration time) {
        return new FakeAnswer(status, headers, body, time, bytes, dripping);
    }

    /** Hangs up after so many bytes of head and body. */
    public FakeAnswer cutAfter(int sent) {
        return new FakeAnswer(status, headers, body, delay, sent, dripping);
    }

    /** Hangs up in the middle of the body. */
    public FakeAnswer cutInTheMiddle() {
        return cutAfter(toBytes().length - (body.length + 1) / 2);
    }

    public FakeAnswer byteByByte() {
        return new FakeAnswer(status, headers, body, delay, bytes, true);
    }

    public FakeAnswer gzipped() {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FakeAnswer(status, headers, gzipped.toByteArray(), delay, bytes, dripping)
                .with("Content-Encoding", "gzip");
    }

    byte[] toBytes() {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Fake\r\n");
        headers.forEach((name, value) -> {
            if (!name.equals("Content-Length")) {
                head.append(name + ": " + value + "\r\n");
            }
        });
        head.append("Content-Length: " + body.length + "\r\n\r\n");
        byte[] start = head.toString().getBytes(UTF_8);
        return ByteBuffer.allocate(start.length + body.length)
                .put(start)
                .put(body)
                .array();
    }

    private static void describe(ArrayNode array, List<TensorDescription> tensors) {
        for (TensorDescription tensor : tensors) {
            ObjectNode json = array.addObject()
                    .put("name", tensor.name())
                    .put("datatype", tensor.type().name());
            tensor.shape().forEach(json.withArray("shape")::add);
        }
    }
}
