import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files, as browsers and curl send it. */
final class Form {

    private final String boundary = UUID.randomUUID().toString();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    Form text(String name, String text) {
        return part("name=\"%s\"".formatted(name), text.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String name, String file, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(name, file), content);
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(parts.toByteArray());
        body.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private Form part(String disposition, byte[] content) {
        parts.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(boundary, disposition)
                .getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(content);
        parts.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
