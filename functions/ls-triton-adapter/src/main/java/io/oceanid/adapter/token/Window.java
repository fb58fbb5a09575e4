package io.oceanid.adapter.token;

/**
 * A part of a text that a model reads at once.
 *
 * @param from the first of its tokens in the {@link Encoding}
 * @param to behind the last of them
 * @param ids what the model reads: those tokens, special ones around them
 * @param offset where in {@code ids} the token {@code from} stands
 */
public record Window(int from, int to, int[] ids, int offset) {

    /** How many tokens of the text it has. */
    public int size() {
        return to - from;
    }
}
