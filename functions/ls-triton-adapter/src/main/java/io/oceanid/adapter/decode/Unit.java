package io.oceanid.adapter.decode;

import io.oceanid.adapter.token.WhiteSpace;
import io.oceanid.events.text.CodePoints;

/**
 * Neighbouring tokens that have one tag together.
 *
 * @param start of its first code point that is no white space
 * @param end behind its last such code point; {@code start} if there is none
 */
record Unit(int start, int end, Tag tag, double score) {

    static Unit within(CodePoints text, int from, int to, Tag tag, double score) {
        int start = from;
        int end = to;
        while (start < end && isWhiteSpace(text, start)) {
            start++;
        }
        while (start < end && isWhiteSpace(text, end - 1)) {
            end--;
        }
        return new Unit(start, end, tag, score);
    }

    boolean isBlank() {
        return start == end;
    }

    private static boolean isWhiteSpace(CodePoints text, int position) {
        return WhiteSpace.is(text.text().codePointAt(text.indexOf(position)));
    }
}
