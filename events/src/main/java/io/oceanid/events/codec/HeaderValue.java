package io.oceanid.events.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Attribute values as HTTP headers carry them (HTTP binding, section 3.1.3.2). */
final class HeaderValue {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private HeaderValue() {}

    /** Percent-encodes space, double quote, percent, and all but the printable ASCII characters, as UTF-8. */
    static String encode(String value) {
        StringBuilder encoded = new StringBuilder(value.length() + 16);
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7f && b != '"' && b != '%') {
                encoded.append((char) b);
            } else {
                HEX.toHexDigits(encoded.append('%'), b);
            }
        }
        return encoded.toString();
    }

    /** Takes off the double quotes that the specification asked for before 1.0.2; other values come back as they are. */
    static String unquote(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        StringBuilder content = new StringBuilder(value.length());
        for (int i = 1; i < value.length() - 1; i++) {
            boolean escape = value.charAt(i) == '\\' && i + 1 < value.length() - 1;
            content.append(value.charAt(escape ? ++i : i));
        }
        return content.toString();
    }

    /**
     * Decodes {@code %xy} once. A percent sign without two hexadecimal digits stands for itself: no sender that encodes
     * writes one.
     *
     * @throws CharacterCodingException if the bytes are not UTF-8, which the specification wants refused
     */
    static String decode(String value) throws CharacterCodingException {
        if (value.indexOf('%') < 0) {
            return value;
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        StringBuilder decoded = new StringBuilder(value.length());
        ByteBuffer escaped = ByteBuffer.allocate(value.length() / 3);
        int i = 0;
        while (i < value.length()) {
            if (isEscape(value, i)) {
                // a character may take several escapes, so they are gathered before they are read
                escaped.put((byte) HexFormat.fromHexDigits(value, i + 1, i + 3));
                i += 3;
            } else {
                if (escaped.position() > 0) {
                    decoded.append(utf8.decode(escaped.flip()));
                    escaped.clear();
                }
                decoded.append(value.charAt(i));
                i++;
            }
        }
        return decoded.append(utf8.decode(escaped.flip())).toString();
    }

    private static boolean isEscape(String value, int i) {
        return value.charAt(i) == '%'
                && i + 2 < value.length()
                && HexFormat.isHexDigit(value.charAt(i + 1))
                && HexFormat.isHexDigit(value.charAt(i + 2));
    }
}
