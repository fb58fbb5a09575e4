import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A Label Studio, asked over its REST API with a personal access token or a legacy one. */
final class LabelStudio implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;
    private String authorization;

    LabelStudio(String url, String token) throws IOException, InterruptedException {
        this.url = url.strip().replaceAll("/+$", "");
        this.token = token.strip();
        this.authorization = authorization();
    }

    String url() {
        return url;
    }

    boolean hasPersonalAccessToken() {
        return token.chars().filter(c -> c == '.').count() == 2;
    }

    Object get(String path) throws IOException, InterruptedException {
        return ok(path, send("GET", path, null));
    }

    Object post(String path, Object body) throws IOException, InterruptedException {
        return ok(path, send("POST", path, body));
    }

    Object postForm(String path, Form form) throws IOException, InterruptedException {
        return ok(path, send("POST", path, form.type(), BodyPublishers.ofByteArray(form.body())));
    }

    Object patch(String path, Object body) throws IOException, InterruptedException {
        return ok(path, send("PATCH", path, body));
    }

    void delete(String path) throws IOException, InterruptedException {
        ok(path, send("DELETE", path, null));
    }

    HttpResponse<String> send(String method, String path, Object body) throws IOException, InterruptedException {
        return send(
                method,
                path,
                "application/json",
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = once(method, path, type, body);
        if (answer.statusCode() == 401 && hasPersonalAccessToken()) {
            // an access token lasts for some minutes only
            authorization = authorization();
            answer = once(method, path, type, body);
        }
        return answer;
    }

    private String authorization() throws IOException, InterruptedException {
        if (!hasPersonalAccessToken()) {
            return "Token " + token;
        }
        String path = "/api/token/refresh/";
        Object answer = ok(
                path,
                once("POST", path, "application/json", BodyPublishers.ofString(Json.write(Map.of("refresh", token)))));
        return "Bearer " + Json.at(answer, "access");
    }

    private HttpResponse<String> once(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", type)
                .method(method, body);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("nobody answers at %s (LABEL_STUDIO_URL)".formatted(url), e);
        }
    }

    private static Object ok(String path, HttpResponse<String> answer) throws IOException {
        String what = "%s %s".formatted(answer.request().method(), path);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Label Studio answers %s with %d: %s%s"
                    .formatted(what, answer.statusCode(), said(answer.body()), hint(path, answer)));
        }
        try {
            return answer.body().isBlank() ? null : Json.read(answer.body());
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "Label Studio answers %s with something that is %s".formatted(what, e.getMessage()), e);
        }
    }

    private static String hint(String path, HttpResponse<String> answer) {
        if (answer.statusCode() == 403 && path.equals("/api/ml/")) {
            return " (it refuses ML backends at loopback and private addresses; start it with ML_BLOCK_LOCAL_IP=false,"
                    + " or set ADAPTER_HOST to an address that it takes)";
        }
        return answer.statusCode() == 401 ? " (is LABEL_STUDIO_PAT right? Legacy tokens are off by default)" : "";
    }

    private static String said(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
