package io.oceanid.adapter.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.adapter.kserve.DataType;
import io.oceanid.adapter.kserve.ModelDescription;
import io.oceanid.adapter.kserve.Tensor;
import io.oceanid.adapter.kserve.TensorDescription;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Two models on a {@link FakeTriton}, whose answers can be foretold: one takes texts and answers what a test says, one
 * takes tokens and tags each by its id, modulo the number of tags.
 */
public final class ToyTriton implements AutoCloseable {

    public static final String TEXTS = "toy_texts";
    public static final String TOKENS = "toy_tokens";

    private final FakeTriton fake = FakeTriton.start();

    /** Starts on a free port, without models. */
    public static ToyTriton start() {
        return new ToyTriton();
    }

    /** The wire that it is on. */
    public FakeTriton fake() {
        return fake;
    }

    /** As {@code TRITON_BASE_URL} has it. */
    public String url() {
        return fake.url();
    }

    /** The batch sizes of the inferences so far. */
    public List<Integer> batches(String model) {
        return fake.requests("/v2/models/" + model + "/infer").stream()
                .map(request -> request.json()
                        .path("inputs")
                        .path(0)
                        .path("shape")
                        .path(0)
                        .asInt())
                .toList();
    }

    /**
     * Has the model that takes texts.
     *
     * @param entities the JSON that it answers to a text; a text that this fails on spoils its request with a 500
     */
    public ToyTriton texts(int maxBatch, Function<String, String> entities) {
        fake.knows(new ModelDescription(
                TEXTS,
                List.of(new TensorDescription("text", DataType.BYTES, List.of(-1L, 1L))),
                List.of(
                        new TensorDescription("entities_json", DataType.BYTES, List.of(-1L, 1L)),
                        new TensorDescription("score", DataType.FP32, List.of(-1L, 1L))),
                maxBatch,
                Map.of()));
        fake.infers(TEXTS, request -> answer(request, maxBatch, entities));
        return this;
    }

    /** Has the model that takes tokens. */
    public ToyTriton tokens(int maxBatch, DataType ids, int tags, Map<String, String> parameters) {
        List<Long> shape = List.of(-1L, -1L);
        fake.knows(new ModelDescription(
                TOKENS,
                List.of(
                        new TensorDescription("input_ids", ids, shape),
                        new TensorDescription("attention_mask", ids, shape)),
                List.of(new TensorDescription("logits", DataType.FP32, List.of(-1L, -1L, (long) tags))),
                maxBatch,
                parameters));
        fake.infers(TOKENS, request -> tagged(request, ids, tags));
        return this;
    }

    @Override
    public void close() {
        fake.close();
    }

    /** What the model that takes texts answers. */
    public static FakeAnswer answer(FakeRequest request, int maxBatch, Function<String, String> entities) {
        List<String> texts = texts(request);
        if (texts.size() > maxBatch) {
            return FakeAnswer.error(400, "batch-size must be <= " + maxBatch);
        }
        List<String> answers = new ArrayList<>();
        try {
            texts.forEach(text -> answers.add(entities.apply(text)));
        } catch (RuntimeException e) {
            return FakeAnswer.error(500, "Failed to process the request(s): " + e.getMessage());
        }
        List<Long> shape = List.of((long) texts.size(), 1L);
        ByteBuffer scores = ByteBuffer.allocate(texts.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        texts.forEach(_ -> scores.putFloat(0.5f));
        return FakeAnswer.tensors(
                Tensor.ofTexts("entities_json", shape, answers),
                new Tensor("score", DataType.FP32, shape, scores.flip()));
    }

    private static List<String> texts(FakeRequest request) {
        ByteBuffer data = ByteBuffer.wrap(request.binary()).order(ByteOrder.LITTLE_ENDIAN);
        List<String> texts = new ArrayList<>();
        while (data.hasRemaining()) {
            byte[] text = new byte[data.getInt()];
            data.get(text);
            texts.add(new String(text, UTF_8));
        }
        return texts;
    }

    private static FakeAnswer tagged(FakeRequest request, DataType type, int tags) {
        JsonNode shape = request.json().path("inputs").path(0).path("shape");
        int tokens = shape.path(0).asInt() * shape.path(1).asInt();
        ByteBuffer data = ByteBuffer.wrap(request.binary()).order(ByteOrder.LITTLE_ENDIAN);
        float[] logits = new float[tokens * tags];
        for (int i = 0; i < tokens; i++) {
            long id = type == DataType.INT32 ? data.getInt() : data.getLong();
            logits[i * tags + (int) (id % tags)] = 4;
        }
        return FakeAnswer.floats(
                "logits", List.of(shape.path(0).asLong(), shape.path(1).asLong(), (long) tags), logits);
    }
}
