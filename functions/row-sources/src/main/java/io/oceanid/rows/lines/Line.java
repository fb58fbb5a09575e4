package io.oceanid.rows.lines;

/**
 * A line.
 *
 * @param number from 1
 * @param text with what ends it; only its beginning where it is too long
 * @param end where in the text that begins which ends it
 */
public record Line(long number, String text, int end, boolean tooLong) {

    /** Without what ends it. */
    public String content() {
        return text.substring(0, end);
    }

    public boolean isEmpty() {
        return end == 0;
    }
}
