package io.oceanid.adapter.decode;

import java.util.Arrays;
import java.util.List;

/**
 * How probable each tag is for each token of a text.
 *
 * <p>Where windows overlap, a token's probabilities are those of the window that has the highest score for it, which is the
 * probability of its best tag. Of windows as sure as each other it is the one in which the token is farther from a cut,
 * since there the model sees more of what is around it; the earlier one if it is as far in both. The start and the end of
 * the text are no cuts.
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
        float[] row = new float[tags];
        for (WindowLogits logits : windows) {
            merged.take(logits, distances, row);
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

    private void take(WindowLogits logits, int[] distances, float[] row) {
        int from = logits.window().from();
        int to = logits.window().to();
        int positions = logits.window().ids().length;
        if (logits.values().limit() < (long) positions * tags) {
            throw new UnusableLogitsException("%d logits for %d tokens and %d tags"
                    .formatted(logits.values().limit(), positions, tags));
        }
        for (int token = from; token < to; token++) {
            logits.values().get(logits.row(token, tags), row);
            requireFinite(row, token);
            softmax(row);
            int left = from == 0 ? Integer.MAX_VALUE : token - from;
            int right = to == distances.length ? Integer.MAX_VALUE : to - 1 - token;
            int distance = Math.min(left, right);
            if (distances[token] < 0 || counts(row, distance, token, distances[token])) {
                distances[token] = distance;
                System.arraycopy(row, 0, values, token * tags, tags);
            }
        }
    }

    /** Whether a row counts for a token rather than the one it has. */
    private boolean counts(float[] row, int distance, int token, int distanceSoFar) {
        int best = token * tags;
        for (int value = best; value < best + tags; value++) {
            best = values[value] > values[best] ? value : best;
        }
        int order = Float.compare(row[Scores.best(row)], values[best]);
        return order > 0 || (order == 0 && distance > distanceSoFar);
    }

    private static void softmax(float[] row) {
        // without the greatest, a large logit would be infinite as a power
        float greatest = row[Scores.best(row)];
        double sum = 0;
        for (float logit : row) {
            sum += Math.exp((double) logit - greatest);
        }
        for (int tag = 0; tag < row.length; tag++) {
            row[tag] = (float) (Math.exp((double) row[tag] - greatest) / sum);
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
