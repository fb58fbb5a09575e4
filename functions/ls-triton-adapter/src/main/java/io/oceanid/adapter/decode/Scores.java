package io.oceanid.adapter.decode;

/** Scores of tags, one a tag. */
final class Scores {

    private Scores() {}

    /** The tag with the highest score, the first one of several. */
    static int best(float[] scores) {
        int best = 0;
        for (int tag = 1; tag < scores.length; tag++) {
            if (scores[tag] > scores[best]) {
                best = tag;
            }
        }
        return best;
    }
}
