package io.oceanid.adapter.labelconfig;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;

/** How a text stands in the data ({@code <Text encoding>}). Spans count in the decoded text. */
public enum TextEncoding {
    NONE,
    /** Base64 of bytes, each byte a character. */
    BASE64,
    /** Base64 of UTF-8. */
    BASE64UNICODE;

    /** The encoding of that name; none for a name that Label Studio does not know. */
    static TextEncoding of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "base64" -> BASE64;
            case "base64unicode" -> BASE64UNICODE;
            default -> NONE;
        };
    }

    /**
     * The text that is shown.
     *
     * @throws IllegalArgumentException if the text is not in this encoding
     */
    public String decode(String text) {
        return switch (this) {
            case NONE -> text;
            case BASE64 -> new String(Base64.getDecoder().decode(text), ISO_8859_1);
            case BASE64UNICODE -> new String(Base64.getDecoder().decode(text), UTF_8);
        };
    }
}
