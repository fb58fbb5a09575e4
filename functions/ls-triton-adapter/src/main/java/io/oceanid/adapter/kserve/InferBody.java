package io.oceanid.adapter.kserve;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.oceanid.events.json.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it goes over HTTP.
 *
 * @param headLength length of the JSON before the binary tensors ({@code Inference-Header-Content-Length}), before
 *     compression; none where all is JSON
 */
record InferBody(ByteBuf content, OptionalInt headLength, boolean gzipped) {

    /** With the tensors behind the JSON, as they are (binary tensor extension); they are not copied. */
    static InferBody binary(InferRequest request) {
        ByteBuffer[] parts = new ByteBuffer[request.inputs().size() + 1];
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = head.putArray("inputs");
        for (int i = 0; i < request.inputs().size(); i++) {
            Tensor tensor = request.inputs().get(i);
            ByteBuffer data = tensor.data();
            describe(inputs.addObject(), tensor).putObject("parameters").put("binary_data_size", data.remaining());
            parts[i + 1] = data;
        }
        wanted(head, request, true);
        byte[] json = EventJson.write(head);
        parts[0] = ByteBuffer.wrap(json);
        return new InferBody(Unpooled.wrappedBuffer(parts), OptionalInt.of(json.length), false);
    }

    /**
     * All in JSON.
     *
     * @throws IllegalArgumentException if there are bytes that are no text, which JSON cannot hold
     */
    static InferBody json(InferRequest request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = body.putArray("inputs");
        for (Tensor tensor : request.inputs()) {
            describe(inputs.addObject(), tensor).set("data", JsonData.write(tensor));
        }
        wanted(body, request, false);
        return new InferBody(Unpooled.wrappedBuffer(EventJson.write(body)), OptionalInt.empty(), false);
    }

    /** The same compressed, if it is larger than that. */
    InferBody gzippedAbove(int bytes) {
        if (content.readableBytes() <= bytes) {
            return this;
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            content.getBytes(content.readerIndex(), out, content.readableBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InferBody(Unpooled.wrappedBuffer(gzip.toByteArray()), headLength, true);
    }

    private static ObjectNode describe(ObjectNode input, Tensor tensor) {
        input.put("name", tensor.name());
        ArrayNode shape = input.putArray("shape");
        tensor.shape().forEach(shape::add);
        return input.put("datatype", tensor.type().name());
    }

    private static void wanted(ObjectNode head, InferRequest request, boolean binary) {
        if (request.outputs().isEmpty()) {
            if (binary) {
                head.putObject("parameters").put("binary_data_output", true);
            }
            return;
        }
        ArrayNode outputs = head.putArray("outputs");
        for (String name : request.outputs()) {
            ObjectNode output = outputs.addObject().put("name", name);
            if (binary) {
                output.putObject("parameters").put("binary_data", true);
            }
        }
    }
}
