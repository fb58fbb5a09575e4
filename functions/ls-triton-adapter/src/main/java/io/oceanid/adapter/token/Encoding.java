package io.oceanid.adapter.token;

/**
 * A text in tokens, without the special ones that a model wants around them. All arrays have one element a token.
 *
 * @param ids the tokens' numbers in the vocabulary
 * @param starts of a token's first code point in the text
 * @param ends behind a token's last code point
 * @param words the number of the word that a token belongs to, as the tokenizer splits words
 */
public record Encoding(int[] ids, int[] starts, int[] ends, int[] words) {

    /** How many tokens there are. */
    public int size() {
        return ids.length;
    }
}
