package io.oceanid.adapter.token;

/**
 * A text in tokens, without the special ones that a model wants around them. All arrays have one element a token.
 *
 * <p>Spans are within the text, their starts in ascending order. They may be empty, may hold white space, and may
 * overlap: the bytes of one character are several tokens to some tokenizers, and each has the character's whole span.
 *
 * @param ids the tokens' numbers in the vocabulary
 * @param starts of a token's first code point in the text
 * @param ends behind a token's last code point
 * @param words the number of the word that a token belongs to, from 0, ascending: words are as the tokenizer splits
 *     them, and end at white space even where it splits none
 */
public record Encoding(int[] ids, int[] starts, int[] ends, int[] words) {

    /** How many tokens there are. */
    public int size() {
        return ids.length;
    }
}
