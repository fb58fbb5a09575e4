package io.oceanid.events.text;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text counted in Unicode code points, a lone surrogate being one. Made for many look-ups in a long text: it is walked
 * once, at the first of them.
 *
 * <p>Not for use by several threads at once.
 */
public final class CodePoints {

    private static final int STRIDE = 64;

    private final String text;

    /** UTF-16 index of every STRIDE-th code point. */
    private int @Nullable [] marks;

    private int length;

    public CodePoints(String text) {
        this.text = text;
    }

    /** The text itself. */
    public String text() {
        return text;
    }

    /** How many code points there are. */
    public int length() {
        marks();
        return length;
    }

    /**
     * The UTF-16 index of a code point.
     *
     * @param position from 0 to {@link #length()}
     */
    public int indexOf(int position) {
        int[] known = marks();
        Objects.checkIndex(position, length + 1);
        return length == text.length()
                ? position
                : text.offsetByCodePoints(known[position / STRIDE], position % STRIDE);
    }

    /**
     * What stands between two positions.
     *
     * @param start of the first code point
     * @param end behind the last one
     */
    public String substring(int start, int end) {
        return text.substring(indexOf(start), indexOf(end));
    }

    private int[] marks() {
        int[] known = marks;
        if (known == null) {
            known = marked();
            marks = known;
        }
        return known;
    }

    private int[] marked() {
        length = text.codePointCount(0, text.length());
        if (length == text.length()) {
            return new int[0];
        }
        int[] indexes = new int[length / STRIDE + 1];
        for (int i = 1; i < indexes.length; i++) {
            indexes[i] = text.offsetByCodePoints(indexes[i - 1], STRIDE);
        }
        return indexes;
    }
}
