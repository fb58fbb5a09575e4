package io.oceanid.adapter.decode;

/**
 * What a word's tag is made of. The same strategies as those of Hugging Face's token classification pipeline, but with
 * the words of the tokenizer. Entities are of whole words, except with {@link #TOKEN}.
 */
public enum Aggregation {
    /** Words do not matter: each token has its own tag ({@code simple}); tokens of one character have their first tag. */
    TOKEN,
    /** The tag of the word's first token. */
    FIRST,
    /** The tag with the highest mean probability. */
    AVERAGE,
    /** The tag of the word's token that is surest of its own. */
    MAX;

    /** The probabilities of the tags for some neighbouring tokens together. */
    float[] of(TagProbabilities probabilities, int from, int to) {
        return switch (this) {
            case TOKEN, FIRST -> probabilities.of(from);
            case AVERAGE -> mean(probabilities, from, to);
            case MAX -> surest(probabilities, from, to);
        };
    }

    private static float[] mean(TagProbabilities probabilities, int from, int to) {
        double[] sums = new double[probabilities.tags()];
        for (int token = from; token < to; token++) {
            float[] row = probabilities.of(token);
            for (int tag = 0; tag < row.length; tag++) {
                sums[tag] += row[tag];
            }
        }
        float[] means = new float[sums.length];
        for (int tag = 0; tag < sums.length; tag++) {
            means[tag] = (float) (sums[tag] / (to - from));
        }
        return means;
    }

    private static float[] surest(TagProbabilities probabilities, int from, int to) {
        float[] surest = probabilities.of(from);
        for (int token = from + 1; token < to; token++) {
            float[] row = probabilities.of(token);
            if (row[Scores.best(row)] > surest[Scores.best(surest)]) {
                surest = row;
            }
        }
        return surest;
    }
}
