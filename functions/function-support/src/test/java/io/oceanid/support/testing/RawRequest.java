package io.oceanid.support.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * A request, byte for byte as it goes over the wire: names keep their case, nothing is mended. Every one carries headers
 * that no answer may give back.
 */
public final class RawRequest {

    /** Stands in headers of every request; {@link AnswerAssert} looks for it. */
    static final String TELLTALE = "telltale-7f3a";

    private static final byte[] CRLF = {'\r', '\n'};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private RawRequest(String method, String target) {
        write(method + " " + target + " HTTP/1.1");
        header("Host", "function");
        header("Authorization", "Bearer " + TELLTALE);
        header("Cookie", "session=" + TELLTALE);
        header("X-Anything", TELLTALE);
        header("ce-telltale", TELLTALE);
    }

    /** Begins a request. */
    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target);
    }

    /** Begins a POST. */
    public static RawRequest post(String target) {
        return of("POST", target);
    }

    /** Adds a header. */
    public RawRequest header(String name, String value) {
        return write(name + ": " + value);
    }

    /** Ends the request with a body of announced length. */
    public RawRequest body(byte[] body) {
        header("Content-Length", String.valueOf(body.length));
        bytes.writeBytes(CRLF);
        bytes.writeBytes(body);
        return this;
    }

    /** Ends the request with a body of announced length, in UTF-8. */
    public RawRequest body(String body) {
        return body(body.getBytes(UTF_8));
    }

    /** Ends the request with a body in chunks of so many bytes. */
    public RawRequest chunked(byte[] body, int size) {
        header("Transfer-Encoding", "chunked");
        bytes.writeBytes(CRLF);
        for (int from = 0; from < body.length; from += size) {
            int length = Math.min(size, body.length - from);
            write(Integer.toHexString(length));
            bytes.write(body, from, length);
            bytes.writeBytes(CRLF);
        }
        write("0");
        bytes.writeBytes(CRLF);
        return this;
    }

    /** Ends the request without a body, and without a word about one. */
    public RawRequest end() {
        bytes.writeBytes(CRLF);
        return this;
    }

    /** As sent. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Its beginning, for whoever has to find out what was wrong with it. */
    @Override
    public String toString() {
        String text = bytes.toString(UTF_8);
        return text.substring(0, Math.min(4_000, text.length()));
    }

    private RawRequest write(String line) {
        bytes.writeBytes(line.getBytes(UTF_8));
        bytes.writeBytes(CRLF);
        return this;
    }
}
