package io.oceanid.events.labelstudio;

import io.oceanid.events.json.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A webhook that a real Label Studio 1.23.2 sent.
 *
 * @param name its file's, without the ending
 */
public record RecordedWebhook(String name, JsonNode body) {

    /** All of them, by name. */
    public static List<RecordedWebhook> all() {
        try {
            URI folder = Objects.requireNonNull(RecordedWebhook.class.getResource("/io/oceanid/events/webhooks"))
                    .toURI();
            if (folder.getScheme().equals("file")) {
                return readAll(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return readAll(jar.getPath("/io/oceanid/events/webhooks"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one of a name. */
    public static RecordedWebhook of(String name) {
        return all().stream()
                .filter(webhook -> webhook.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The body as Label Studio sent it. */
    public byte[] bytes() {
        return EventJson.write(body);
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<RecordedWebhook> readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(RecordedWebhook::read).toList();
        }
    }

    private static RecordedWebhook read(Path file) {
        try {
            JsonNode exchange = EventJson.read(Files.readAllBytes(file));
            String name = file.getFileName().toString().replace(".json", "");
            return new RecordedWebhook(name, exchange.at("/request/body"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
