package io.oceanid.adapter.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oceanid.adapter.LsTritonAdapter;
import io.oceanid.events.json.EventJson;
import io.oceanid.support.testing.Door;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawHttp.Answer;
import io.oceanid.support.testing.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** An adapter that listens on a port of its own. */
public final class TestAdapter implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestAdapter(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts an adapter; without any setting it has the embedded rules. */
    public static TestAdapter start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.addAll(Door.openUnlessSet(settings));
        return new TestAdapter(
                new SpringApplicationBuilder(LsTritonAdapter.class).run(arguments.toArray(String[]::new)));
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
    public Answer post(String path, JsonNode body) {
        return post(path, EventJson.text(body));
    }

    /** Posts a body that calls itself JSON. */
    public Answer post(String path, String body) {
        return RawHttp.exchange(
                port(),
                RawRequest.post(path).header("Content-Type", "application/json").body(body.getBytes(UTF_8)));
    }

    /** Posts JSON with a header, unless its value is empty. */
    public Answer post(String path, String body, String header, String value) {
        RawRequest request = RawRequest.post(path).header("Content-Type", "application/json");
        return RawHttp.exchange(
                port(), (value.isEmpty() ? request : request.header(header, value)).body(body.getBytes(UTF_8)));
    }

    /** Gets a resource. */
    public Answer get(String path) {
        return RawHttp.exchange(port(), RawRequest.of("GET", path).end());
    }

    @Override
    public void close() {
        context.close();
    }
}
