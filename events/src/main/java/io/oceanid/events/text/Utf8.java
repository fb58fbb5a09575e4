package io.oceanid.events.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Bytes that are to be text. */
public final class Utf8 {

    private static final int CHARS_AT_ONCE = 512;

    private Utf8() {}

    /** Whether bytes are well-formed UTF-8 (RFC 3629), as JSON has to be. */
    public static boolean isWellFormed(byte[] bytes) {
        int ascii = 0;
        while (ascii < bytes.length && bytes[ascii] >= 0) {
            ascii++;
        }
        return ascii == bytes.length || canBeDecoded(ByteBuffer.wrap(bytes, ascii, bytes.length - ascii));
    }

    /** Decodes into the same room again and again: nobody wants the text. */
    private static boolean canBeDecoded(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(CHARS_AT_ONCE);
        CoderResult result = decoder.decode(bytes, chars, true);
        while (result.isOverflow()) {
            chars.clear();
            result = decoder.decode(bytes, chars, true);
        }
        return result.isUnderflow();
    }
}
