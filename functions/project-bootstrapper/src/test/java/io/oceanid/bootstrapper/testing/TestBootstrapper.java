package io.oceanid.bootstrapper.testing;

<<<<<<< HEAD
import static java.nio.charset.StandardCharsets.UTF_8;

=======
>>>>>>> 30b8dd0 (Take files over HTTP and import them: forms, bodies, URLs; preview, progress)
import io.oceanid.bootstrapper.ProjectBootstrapper;
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

<<<<<<< HEAD
    /** Starts a bootstrapper. */
=======
    /** Starts one; without settings it has no Label Studio. */
>>>>>>> 30b8dd0 (Take files over HTTP and import them: forms, bodies, URLs; preview, progress)
    public static TestBootstrapper start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        return new TestBootstrapper(
                new SpringApplicationBuilder(ProjectBootstrapper.class).run(arguments.toArray(String[]::new)));
    }

<<<<<<< HEAD
    /** Starts one that has a Label Studio. */
    public static TestBootstrapper with(StoringProjects labelStudio, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--LABEL_STUDIO_URL=" + labelStudio.url());
        arguments.add("--LABEL_STUDIO_PAT=" + StoringProjects.TOKEN);
        return start(arguments.toArray(String[]::new));
    }

=======
>>>>>>> 30b8dd0 (Take files over HTTP and import them: forms, bodies, URLs; preview, progress)
    /** Where it listens, on loopback. */
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

<<<<<<< HEAD
    /** Posts a declaration, JSON or YAML. */
    public Answer post(String path, String body) {
        return RawHttp.exchange(
                port(),
                RawRequest.post(path).header("Content-Type", "application/yaml").body(body.getBytes(UTF_8)));
    }

    /** Gets a resource. */
    public Answer get(String path) {
        return RawHttp.exchange(port(), RawRequest.of("GET", path).end());
=======
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
>>>>>>> 30b8dd0 (Take files over HTTP and import them: forms, bodies, URLs; preview, progress)
    }

    @Override
    public void close() {
        context.close();
    }
}
