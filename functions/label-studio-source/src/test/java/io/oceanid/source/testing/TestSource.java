package io.oceanid.source.testing;

import io.oceanid.source.LabelStudioSource;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawHttp.Answer;
import io.oceanid.support.testing.RawRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** A source that listens on a port of its own. */
public final class TestSource implements AutoCloseable {

    /** What it asks for. */
    public static final String SECRET = "open-sesame-1";

    /** The {@code source} of its events. */
    public static final String LABEL_STUDIO = "https://label-studio.example.org";

    private final ConfigurableApplicationContext context;

    private TestSource(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a source; each setting as in {@code --name=value}. */
    public static TestSource start(String sink, String... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        // what is named twice would be a list of both
        Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--oceanid.source.warm-up=0s",
                                "--K_SINK=" + sink,
                                "--WEBHOOK_SECRET=" + SECRET,
                                "--LABEL_STUDIO_URL=" + LABEL_STUDIO),
                        Stream.of(settings))
                .forEach(setting -> all.put(setting.replaceAll("=.*", ""), setting));
        return new TestSource(new SpringApplicationBuilder(LabelStudioSource.class, OwnThreads.class)
                .run(all.values().toArray(String[]::new)));
    }

    /** One with a budget that no busy machine exceeds. */
    public static TestSource patient(String sink, String... settings) {
        return start(
                sink,
                Stream.concat(
                                Stream.of("--oceanid.source.budget=15s", "--oceanid.source.broker.answer-timeout=15s"),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    /** Servers otherwise share their threads, and the first that stops takes them from the others. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnThreads {

        @Bean
        ReactorResourceFactory resources() {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
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

    /** Begins a webhook, with its secret. */
    public static RawRequest webhook() {
        return RawRequest.post("/webhook")
                .header("X-Webhook-Secret", SECRET)
                .header("Content-Type", "application/json");
    }

    /** Sends a webhook. */
    public Answer send(byte[] body) {
        return exchange(webhook().body(body));
    }

    /** Sends a webhook. */
    public Answer send(String body) {
        return exchange(webhook().body(body));
    }

    /** Sends a request. */
    public Answer exchange(RawRequest request) {
        return RawHttp.exchange(port(), request);
    }

    /** Gets a resource. */
    public Answer get(String path) {
        return exchange(RawRequest.of("GET", path).end());
    }

    @Override
    public void close() {
        context.close();
    }
}
