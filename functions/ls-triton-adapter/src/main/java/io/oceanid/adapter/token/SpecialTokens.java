package io.oceanid.adapter.token;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a model wants beside the tokens of a text.
 *
 * @param prefix ids before them, as of {@code [CLS]}
 * @param suffix ids behind them, as of {@code [SEP]}
 * @param padding the id that fills a text up to the length of others; 0 where the tokenizer has none
 */
public record SpecialTokens(int[] prefix, int[] suffix, int padding) {

    /** How many of them stand around a text. */
    public int size() {
        return prefix.length + suffix.length;
    }

    /**
     * Tells them from a text's own tokens.
     *
     * @param bare the tokens of some text
     * @param dressed the same tokens with the special ones around them
     * @return empty if they are not around them
     */
    static Optional<SpecialTokens> around(int[] bare, int[] dressed, int padding) {
        for (int i = 0; i + bare.length <= dressed.length; i++) {
            int end = i + bare.length;
            if (Arrays.equals(dressed, i, end, bare, 0, bare.length)) {
                return Optional.of(new SpecialTokens(
                        Arrays.copyOf(dressed, i), Arrays.copyOfRange(dressed, end, dressed.length), padding));
            }
        }
        return Optional.empty();
    }
}
