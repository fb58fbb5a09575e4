package io.oceanid.sink.testing;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.sink.AnnotationsSink;
import io.oceanid.support.testing.Door;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A sink that listens on a port of its own. */
public final class TestSink implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final ConfigurableApplicationContext context;

    private TestSink(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a sink. */
    public static TestSink start(String databaseUrl, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.addAll(Door.openUnlessSet(settings));
        arguments.add("--oceanid.database.url=" + databaseUrl);
        arguments.add("--oceanid.sink.label-studio-url=https://label-studio.example.org");
        return new TestSink(new SpringApplicationBuilder(AnnotationsSink.class).run(arguments.toArray(String[]::new)));
    }

    /** Where it listens, on loopback. */
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** A bean. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Posts JSON. */
    public HttpResponse<String> post(String path, byte[] body) {
        return post(path, Map.of("Content-Type", "application/json"), body);
    }

    /** Posts a body. */
    public HttpResponse<String> post(String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** Gets a resource. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** What a gauge shows. */
    public double gauge(String name) {
        return context.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    @Override
    public void close() {
        context.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
