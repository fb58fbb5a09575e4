package io.oceanid.adapter.decode;

import java.util.Arrays;
import java.util.List;

/**
 * How probable each tag is for each token of a text.
 *
 * <p>Where windows overlap, a token's probabilities are those of the window in which it is farther from a cut, since
 * there the model sees more of what is around it; the earlier one if it is as far in both. The start and the end of the
 * text are no cuts.
 */
public final class TagProbabilities {

    private final int tags;

    /** A row for each token. */
    private final float[] values;

    private TagProbabilities(int tokens, int tags) {
        this.tags = tags;
        this.values = new float[Math.multiplyExact(tokens, tags)];
    }

    /**
     * Puts together what a model says of the windows of a text.
     *
     * @param tokens how many the text has
     * @param tags how many the model has
     * @param windows that have all the tokens between them
     * @throws UnusableLogitsException if values are missing, or are no finite numbers
     */
    public static TagProbabilities merge(int tokens, int tags, List<WindowLogits> windows) {
        TagProbabilities merged = new TagProbabilities(tokens, tags);
        int[] distances = new int[tokens];
        Arrays.fill(distances, -1);
        for (WindowLogits logits : windows) {
            merged.take(logits, distances);
        }
        if (Arrays.stream(distances).anyMatch(distance -> distance < 0)) {
            throw new IllegalArgumentException("a token is in no window");
        }
        return merged;
    }

    int tokens() {
        return values.length / tags;
    }

    int tags() {
        return tags;
    }

    float[] of(int token) {
        return Arrays.copyOfRange(values, token * tags, (token + 1) * tags);
    }

    private void take(WindowLogits logits, int[] distances) {
        int from = logits.window().from();
        int to = logits.window().to();
        int positions = logits.window().ids().length;
        if (logits.values().limit() < (long) positions * tags) {
            throw new UnusableLogitsException("%d logits for %d tokens and %d tags"
                    .formatted(logits.values().limit(), positions, tags));
        }
        for (int token = from; token < to; token++) {
            float[] row = new float[tags];
            logits.values().get(logits.row(token, tags), row);
            requireFinite(row, token);
            int left = from == 0 ? Integer.MAX_VALUE : token - from;
            int right = to == distances.length ? Integer.MAX_VALUE : to - 1 - token;
            if (Math.min(left, right) > distances[token]) {
                distances[token] = Math.min(left, right);
                softmax(row, token);
            }
        }
    }

    private void softmax(float[] logits, int token) {
        double[] powers = new double[tags];
        // without the greatest, a large logit would be infinite as a power
        float greatest = logits[Scores.best(logits)];
        double sum = 0;
        for (int tag = 0; tag < tags; tag++) {
            powers[tag] = Math.exp((double) logits[tag] - greatest);
            sum += powers[tag];
        }
        for (int tag = 0; tag < tags; tag++) {
            values[token * tags + tag] = (float) (powers[tag] / sum);
        }
    }

    private static void requireFinite(float[] logits, int token) {
        for (int tag = 0; tag < logits.length; tag++) {
            if (!Float.isFinite(logits[tag])) {
                throw new UnusableLogitsException(
                        "the logit of token %d and tag %d is %s".formatted(token, tag, logits[tag]));
            }
        }
    }
}
