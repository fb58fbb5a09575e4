package io.oceanid.adapter.token;

/** White space of any script, where no entity begins or ends. */
public final class WhiteSpace {

    private static final int NEXT_LINE = 0x85;

    private WhiteSpace() {}

    /** Whether a code point has Unicode's property White_Space, or is one of Java's separators. */
    public static boolean is(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == NEXT_LINE;
    }
}
