import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A function as it is tried and measured: what stands beside it, what it is told of that, and real requests. */
interface Subject extends AutoCloseable {

    List<String> NAMES = List.of("annotations-sink", "label-studio-source", "ls-triton-adapter", "project-bootstrapper");

    /** What Label Studio is called; there is none. */
    String LABEL_STUDIO = "https://label-studio.example.org";

    /** @param kept the folder of {@code local.jar}, for what the scripts keep */
    static Subject of(String name, Path kept) throws IOException, InterruptedException {
        return switch (name) {
            case "annotations-sink" -> new Sink(kept);
            case "label-studio-source" -> new Source();
            case "ls-triton-adapter" -> new Adapter();
            case "project-bootstrapper" -> new Imports();
            default -> throw new IllegalArgumentException("no such function: " + name);
        };
    }

    /** Environment variables. */
    Map<String, String> settings();

    /** The next request of the kind that it gets most, byte by byte. */
    byte[] request(URI server);

    @Override
    void close() throws IOException;

    /** Webhooks of annotations that are changed again and again, each another event. */
    final class Changes {

        private static final int ANNOTATIONS = 500;

        private final AtomicInteger next = new AtomicInteger();
        private final Instant begin = Instant.now();
        private final String webhook;

        Changes() throws IOException {
            Map<String, Object> body = Recording.webhook("ANNOTATION_UPDATED-annotation-patch");
            String updatedAt = (String) Json.at(body, "annotation", "updated_at");
            webhook = Json.write(body)
                    .replace("%", "%%")
                    .replaceFirst("\"annotation\":\\{\"id\":\\d+", "\"annotation\":{\"id\":%1\\$d")
                    .replace(updatedAt, "%2$s");
        }

        byte[] next() {
            int number = next.getAndIncrement();
            return webhook.formatted(1 + number % ANNOTATIONS, begin.plusMillis(number))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    final class Source implements Subject {

        static final String SECRET = "smoke";

        final Broker broker = new Broker(Duration.ZERO);
        private final Changes changes = new Changes();

        private Source() throws IOException {}

        @Override
        public Map<String, String> settings() {
            return Map.of("K_SINK", broker.url(), "WEBHOOK_SECRET", SECRET, "LABEL_STUDIO_URL", LABEL_STUDIO);
        }

        @Override
        public byte[] request(URI server) {
            return Wire.request(
                    server,
                    "/webhook",
                    "Content-Type: application/json\r\nX-Webhook-Secret: " + SECRET + "\r\n",
                    changes.next());
        }

        @Override
        public void close() throws IOException {
            broker.close();
        }
    }

    final class Sink implements Subject {

        private final Database database;
        private final Changes changes = new Changes();

        private Sink(Path kept) throws IOException, InterruptedException {
            database = new Database(kept.resolve("local.jar"), kept.resolve("subject"));
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("DATABASE_URL", database.url(), "LABEL_STUDIO_URL", LABEL_STUDIO);
        }

        @Override
        public byte[] request(URI server) {
            return Wire.request(server, "/webhook", "Content-Type: application/json\r\n", changes.next());
        }

        @Override
        public void close() {
            database.close();
        }
    }

    final class Adapter implements Subject {

        static final String LABEL_CONFIG = """
                <View>
                  <Labels name="label" toName="text">
                    <Label value="VESSEL"/>
                    <Label value="IMO"/>
                    <Label value="HS_CODE"/>
                    <Label value="PORT"/>
                    <Label value="DATE"/>
                  </Labels>
                  <Text name="text" value="$text"/>
                </View>""";

        static final String TEXT =
                "\uD83D\uDEA2 MV NORTHERN STAR (IMO 9321483) loaded soybeans HS 1201.90 at Santos on 2024-03-01.";

        static final Map<String, Object> CALL = Map.of(
                "project",
                "1.1795426955",
                "label_config",
                LABEL_CONFIG,
                "tasks",
                List.of(Map.of("id", 1, "data", Map.of("text", TEXT))));

        private Adapter() {}

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public byte[] request(URI server) {
            return Wire.request(
                    server,
                    "/predict",
                    "Content-Type: application/json\r\n",
                    Json.write(CALL).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }

    final class Imports implements Subject {

        static final Path CARGO = Path.of("functions/project-bootstrapper/examples/cargo.csv");

        private final Form form = new Form();

        private Imports() throws IOException {
            form.file("file", "cargo.csv", Files.readAllBytes(CARGO));
        }

        @Override
        public Map<String, String> settings() {
            // more previews at once than there are connections, none of which is to be refused
            return Map.of("OCEANID_BOOTSTRAPPER_IMPORTS_ATONCE", "64");
        }

        @Override
        public byte[] request(URI server) {
            return Wire.request(server, "/preview", "Content-Type: " + form.type() + "\r\n", form.body());
        }

        @Override
        public void close() {}
    }
}
