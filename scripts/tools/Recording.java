import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What a real Label Studio sent, as the tests have it. */
final class Recording {

    private static final Path WEBHOOKS = Path.of("events/src/test/resources/io/oceanid/events/webhooks");

    private Recording() {}

    /** The names of all webhooks. */
    static List<String> webhooks() throws IOException {
        try (Stream<Path> files = Files.list(WEBHOOKS)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    /** The body of a webhook, to be changed at will. */
    @SuppressWarnings("unchecked") // objects of JSON are maps
    static Map<String, Object> webhook(String name) throws IOException {
        Object exchange = Json.read(Files.readString(WEBHOOKS.resolve(name + ".json")));
        return new LinkedHashMap<>((Map<String, Object>) Json.at(exchange, "request", "body"));
    }

    /** The webhook of an import of so many tasks. */
    static Map<String, Object> importOf(int tasks) throws IOException {
        Map<String, Object> body = webhook("TASKS_CREATED-import-json-list");
        Object task = Json.at(body, "tasks", 0);
        body.put("tasks", LongStream.rangeClosed(1, tasks).mapToObj(id -> withId(task, id)).toList());
        return body;
    }

    @SuppressWarnings("unchecked") // objects of JSON are maps
    private static Map<String, Object> withId(Object task, long id) {
        Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) task);
        copy.put("id", id);
        return copy;
    }
}
