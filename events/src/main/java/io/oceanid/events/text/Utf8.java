package io.oceanid.events.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes that are to be text. */
public final class Utf8 {

    private Utf8() {}

    /** Whether bytes are well-formed UTF-8 (RFC 3629), as JSON has to be. */
    public static boolean isWellFormed(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
