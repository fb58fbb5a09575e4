import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A bootstrapper that was started here, and what is asked of it. */
final class Bootstrapper implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FunctionProcess process;

    private Bootstrapper(FunctionProcess process) {
        this.process = process;
    }

    static Bootstrapper start(Path jar, Path log, Map<String, String> settings)
            throws IOException, InterruptedException {
        List<String> jvm = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return new Bootstrapper(FunctionProcess.start(jar, log, jvm, false, settings));
    }

    /** @param text the body as it came */
    record Answer(int status, String text) {

        Object json() {
            return text.isBlank() ? null : Json.read(text);
        }

        Object at(Object... path) {
            return Json.at(json(), path);
        }

        /** Why it was refused. */
        String detail() {
            return String.valueOf(at("detail"));
        }

        /** Each as in {@code update project Trade documents: title}, with its outcome where it was done. */
        List<String> steps() {
            List<String> steps = new ArrayList<>();
            for (Object step : Json.list(json(), "steps")) {
                List<String> fields = Json.list(step, "changes").stream()
                        .map(change -> String.valueOf(Json.at(change, "field")))
                        .toList();
                steps.add("%s %s%s%s"
                        .formatted(
                                Json.at(step, "action"),
                                Json.at(step, "target"),
                                fields.isEmpty() ? "" : ": " + String.join(" ", fields),
                                Json.at(step, "outcome") == null ? "" : ", " + Json.at(step, "outcome")));
            }
            return steps;
        }
    }

    Answer plan(DeclarationFile declaration) throws IOException, InterruptedException {
        return post("/plan", "application/yaml", declaration.text());
    }

    Answer apply(DeclarationFile declaration, String query) throws IOException, InterruptedException {
        return post("/apply" + query, "application/yaml", declaration.text());
    }

    Answer post(String path, String type, String body) throws IOException, InterruptedException {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request(path, type, body).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(answer.statusCode(), answer.body());
    }

    CompletableFuture<Answer> postMeanwhile(String path, String type, String body) {
        return http.sendAsync(
                        request(path, type, body.getBytes(StandardCharsets.UTF_8))
                                .build(),
                        BodyHandlers.ofString(StandardCharsets.UTF_8))
                .thenApply(answer -> new Answer(answer.statusCode(), answer.body()));
    }

    /** The lines of server-sent events, as they come. */
    Stream<String> events(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request =
                request(path, type, body).header("Accept", "text/event-stream").build();
        return http.send(request, BodyHandlers.ofLines()).body();
    }

    private HttpRequest.Builder request(String path, String type, byte[] body) {
        return HttpRequest.newBuilder(URI.create(process.url() + path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
    }

    long pid() {
        return process.pid();
    }

    /** As a crash or a node that is lost. */
    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
        http.shutdownNow();
    }
}
