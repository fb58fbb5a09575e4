package io.oceanid.adapter.token;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts texts that are too long for a model into windows that overlap. Begins and ends windows between words, where words
 * are not as long as windows, and overlaps them by more for that.
 */
public final class Windows {

    private final SpecialTokens around;
    private final int capacity;
    private final int overlap;

    /** How far a border may be moved to stand between words: windows still get on by one token and more each. */
    private final int slack;

    /**
     * Windows of one size.
     *
     * @param maxTokens how many tokens the model reads at once, special ones included
     * @param overlap how many tokens two neighbouring windows share at least
     * @throws IllegalArgumentException if windows are too small for that
     */
    public Windows(SpecialTokens around, int maxTokens, int overlap) {
        this.around = around;
        this.overlap = overlap;
        capacity = maxTokens - around.size();
        if (overlap < 0 || capacity <= overlap) {
            throw new IllegalArgumentException(
                    "windows of %d tokens, %d of them special, cannot overlap by %d of the others"
                            .formatted(maxTokens, around.size(), overlap));
        }
        slack = (capacity - overlap - 1) / 2;
    }

    /** The windows of a text in their order: one if it is short, none if it has no tokens. */
    public List<Window> of(Encoding encoding) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        int to = 0;
        while (to < encoding.size()) {
            from = windows.isEmpty() ? 0 : border(encoding, to - overlap);
            to = encoding.size() - from <= capacity ? encoding.size() : border(encoding, from + capacity);
            windows.add(window(encoding, from, to));
        }
        return windows;
    }

    /** The last border of words up to a token, or that token if the border is too far. */
    private int border(Encoding encoding, int token) {
        int[] words = encoding.words();
        for (int i = token; i > 0 && i >= token - slack; i--) {
            if (words[i] != words[i - 1]) {
                return i;
            }
        }
        return token;
    }

    private Window window(Encoding encoding, int from, int to) {
        int[] prefix = around.prefix();
        int[] suffix = around.suffix();
        int[] ids = new int[to - from + around.size()];
        System.arraycopy(prefix, 0, ids, 0, prefix.length);
        System.arraycopy(encoding.ids(), from, ids, prefix.length, to - from);
        System.arraycopy(suffix, 0, ids, ids.length - suffix.length, suffix.length);
        return new Window(from, to, ids, prefix.length);
    }
}
