package io.oceanid.sink.region;

import org.jspecify.annotations.Nullable;

/**
 * A text counted in Unicode code points, a lone surrogate being one. Made for many look-ups in a long text: it is walked
 * once, at the first of them.
 */
final class CodePoints {

    private static final int STRIDE = 64;

    private final String text;

    /** UTF-16 index of every STRIDE-th code point. */
    private int @Nullable [] marks;

    private int length;

    CodePoints(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Whether the span lies within the text and the quoted text, if there is one, is what stands there. */
    boolean hold(Span span, @Nullable String quoted) {
        int[] marks = marks();
        if (span.start() < 0 || span.end() < span.start() || span.end() > length) {
            return false;
        }
        return quoted == null || isSame(quoted, indexOf(span.start(), marks), indexOf(span.end(), marks));
    }

    /** Label Studio shows a carriage return as a line feed, so the two are the same here. */
    private boolean isSame(String quoted, int start, int end) {
        if (quoted.length() != end - start) {
            return false;
        }
        for (int i = 0; i < quoted.length(); i++) {
            if (folded(quoted.charAt(i)) != folded(text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    private static char folded(char unit) {
        return unit == '\r' ? '\n' : unit;
    }

    private int indexOf(int position, int[] marks) {
        return length == text.length()
                ? position
                : text.offsetByCodePoints(marks[position / STRIDE], position % STRIDE);
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
