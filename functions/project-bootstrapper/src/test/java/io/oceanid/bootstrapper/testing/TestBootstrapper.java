package io.oceanid.bootstrapper.testing;

import io.oceanid.bootstrapper.ProjectBootstrapper;
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

/** A bootstrapper that listens on a port of its own. */
public final class TestBootstrapper implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestBootstrapper(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts one; without settings it has no Label Studio. */
    public static TestBootstrapper start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.addAll(Door.openUnlessSet(settings));
        return new TestBootstrapper(
                new SpringApplicationBuilder(ProjectBootstrapper.class).run(arguments.toArray(String[]::new)));
    }

    /** Starts one that has a Label Studio. */
    public static TestBootstrapper with(StoringProjects labelStudio, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--LABEL_STUDIO_URL=" + labelStudio.url());
        arguments.add("--LABEL_STUDIO_PAT=" + StoringProjects.TOKEN);
        return start(arguments.toArray(String[]::new));
    }

    /** Where it listens, on loopback. */
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** Posts a declaration, JSON or YAML. */
    public Answer post(String path, String declaration) {
        return post(path, "application/yaml", declaration);
    }

    /** Gets a resource. */
    public Answer get(String path) {
        return send(RawRequest.of("GET", path).end());
    }

    /** A bean. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Posts a body. */
    public Answer post(String target, String contentType, String body) {
        return send(RawRequest.post(target).header("Content-Type", contentType).body(body));
    }

    /** Sends a request on a connection of its own. */
    public Answer send(RawRequest request) {
        return RawHttp.exchange(port(), request);
    }

    @Override
    public void close() {
        context.close();
    }
}
