package io.oceanid.adapter.decode;

import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.token.Encoding;
import io.oceanid.adapter.token.SpecialTokens;
import io.oceanid.adapter.token.Window;
import io.oceanid.adapter.token.Windows;
import io.oceanid.events.text.CodePoints;
import java.nio.FloatBuffer;
import java.util.List;

/** A text with what a model would say of its tokens. */
record TaggedText(String text, Encoding encoding, float[][] logits) {

    private static final SpecialTokens AROUND = new SpecialTokens(new int[] {1}, new int[] {2}, 0);

    List<Entity> decode(TagSet tags, Aggregation aggregation, int maxTokens, int stride) {
        List<WindowLogits> windows = new Windows(AROUND, maxTokens, stride)
                .of(encoding).stream()
                        .map(window -> ofModel(window, tags.size()))
                        .toList();
        var probabilities = TagProbabilities.merge(encoding.size(), tags.size(), windows);
        return new EntityDecoder(tags, aggregation).decode(encoding, probabilities, new CodePoints(text));
    }

    List<Entity> decode(TagSet tags, Aggregation aggregation) {
        return decode(tags, aggregation, encoding.size() + 3, 0);
    }

    /** The special tokens are tagged too, as models do, and nobody may see it. */
    private WindowLogits ofModel(Window window, int tags) {
        FloatBuffer values = FloatBuffer.allocate(window.ids().length * tags);
        for (int i = 0; i < window.ids().length; i++) {
            int token = window.from() + i - window.offset();
            boolean isOfText = token >= window.from() && token < window.to();
            values.put(isOfText ? logits[token] : sureOf(tags - 1, tags));
        }
        return new WindowLogits(window, values.flip());
    }

    static float[] sureOf(int tag, int tags) {
        float[] row = new float[tags];
        row[tag] = 20;
        return row;
    }
}
