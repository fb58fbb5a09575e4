package io.oceanid.bootstrapper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.support.testing.RawRequest;

/** A {@code multipart/form-data} body, as browsers and curl write it. */
public final class Form {

    private static final String BOUNDARY = "------------------------d74496d66958873e";

    private final StringBuilder body = new StringBuilder();

    /** Adds a file. */
    public Form file(String part, String name, String content) {
        return part("form-data; name=\"%s\"; filename=\"%s\"".formatted(part, name), content);
    }

    /** Adds a field. */
    public Form field(String part, String content) {
        return part("form-data; name=\"%s\"".formatted(part), content);
    }

    /** A request that sends it. */
    public RawRequest postedTo(String target, String... headers) {
        RawRequest request = RawRequest.post(target).header("Content-Type", contentType());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.chunked((body + "--" + BOUNDARY + "--\r\n").getBytes(UTF_8), 1_000);
    }

    private Form part(String disposition, String content) {
        body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: ").append(disposition);
        body.append("\r\n\r\n").append(content).append("\r\n");
        return this;
    }

    private static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }
}
