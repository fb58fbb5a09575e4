package io.oceanid.events.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Content-Type} header or the attribute {@code datacontenttype} says (RFC 9110, section 8.3).
 *
 * @param mediaType in lower case, without parameters
 * @param charsetName as sent, or UTF-8 if none was
 */
record ContentType(String mediaType, String charsetName) {

    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final String TOKEN = "[a-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))", Pattern.CASE_INSENSITIVE);

    /** Empty if the value is no media type, or not printable ASCII. */
    static Optional<ContentType> parse(String value) {
        int end = value.indexOf(';');
        String mediaType = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        // the parameters are held to nothing but what may stand in a header
        boolean printable = value.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (!printable || !MEDIA_TYPE.matcher(mediaType).matches()) {
            return Optional.empty();
        }
        Matcher charset = CHARSET.matcher(value);
        if (!charset.find()) {
            return Optional.of(new ContentType(mediaType, "UTF-8"));
        }
        return Optional.of(new ContentType(mediaType, charset.group(1) != null ? charset.group(1) : charset.group(2)));
    }

    /** What an event says of its data; without a word that is JSON (JSON format, section 3.1). */
    static ContentType ofData(@Nullable String datacontenttype) {
        if (datacontenttype == null) {
            return new ContentType("application/json", "UTF-8");
        }
        return parse(datacontenttype).orElse(new ContentType("application/octet-stream", "UTF-8"));
    }

    boolean isCloudEvents() {
        return mediaType.startsWith("application/cloudevents");
    }

    boolean isJson() {
        return mediaType.endsWith("/json") || mediaType.endsWith("+json");
    }

    boolean isText() {
        return mediaType.startsWith("text/");
    }

    boolean isUtf8() {
        return charsetName.equalsIgnoreCase("UTF-8");
    }

    /** Reads text in this charset. */
    String decode(byte[] text) throws CharsetException {
        Charset charset = charset();
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException e) {
            throw new CharsetException("it is not valid " + charset, e);
        }
    }

    /** Writes text in this charset. */
    byte[] encode(String text) throws CharsetException {
        Charset charset = charset();
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new CharsetException("it has characters that " + charset + " has not", e);
        }
    }

    private Charset charset() throws CharsetException {
        try {
            Charset charset = isUtf8() ? StandardCharsets.UTF_8 : Charset.forName(charsetName);
            // a few charsets of the JDK can only be read
            if (charset.canEncode()) {
                return charset;
            }
            throw new UnsupportedCharsetException(charsetName);
        } catch (IllegalArgumentException e) {
            throw new CharsetException(
                    "the charset " + MalformedCloudEventException.quote(charsetName) + " is unknown", e);
        }
    }

    /** Text and charset do not go together; the message is a clause that says why. */
    static final class CharsetException extends Exception {
        CharsetException(String message, Exception cause) {
            super(message, cause);
        }
    }
}
