import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/**
 * The functions of a namespace through Knative's ingress, each called by the name that it has in the cluster. Needs the
 * system property {@code jdk.httpclient.allowRestrictedHeaders=host}.
 */
final class Ingress {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String namespace;

    Ingress(URI address, String namespace) {
        this.address = address;
        this.namespace = namespace;
    }

    HttpResponse<String> get(String function, String path) throws IOException, InterruptedException {
        return http.send(request(function, path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String function, String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(function, path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** As a browser asks, before or after its user gave name and password; null for before. */
    HttpResponse<String> browse(String function, String path, String login) throws IOException, InterruptedException {
        HttpRequest.Builder request = addressed(function, path);
        if (login != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String function, String path) {
        // as scripts/e2e-knative makes it
        return addressed(function, path).header("X-Webhook-Secret", "e2e");
    }

    private HttpRequest.Builder addressed(String function, String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Host", "%s.%s.svc.cluster.local".formatted(function, namespace));
    }
}
