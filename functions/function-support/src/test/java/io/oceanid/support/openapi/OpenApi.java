package io.oceanid.support.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import io.oceanid.support.http.Route;
import io.oceanid.support.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 document of a function. Paths, methods and security are those of its {@link Routes}; what is said of a
 * route that is not there, or a route that nothing is said of, fails.
 */
public final class OpenApi {

    /** Beside the module's pom. */
    private static final Path FILE = Path.of("openapi.json");

    /** {@code -Dopenapi=write} writes the file; otherwise it has to be there as it is. */
    private static final boolean WRITE = "write".equals(System.getProperty("openapi"));

    private static final String PROBE = "application/json";
    private static final String METRICS = "text/plain;version=0.0.4;charset=utf-8";
    private static final Pattern VERSION = Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>");
    private static final String GET_TOO =
            "\n\nWhat is answered to GET is answered to HEAD too. Other paths answer 404, other methods 405."
                    + " Errors are problems of RFC 9457. Bodies are not to be compressed.";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    private OpenApi(String name, String description) {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", name)
                .put("version", version())
                .put("description", description.strip() + GET_TOO)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        schemas.set("Problem", Problems.schema());
    }

    /**
     * Begins, with what is the same for all functions.
     *
     * @param health the schema of {@code GET /health}
     */
    public static OpenApi of(String name, String description, String health) {
        String probe = """
            {"type": "object", "required": ["status"], "properties": {"status": {"type": "string"}}}
            """;
        return new OpenApi(name, description)
                .schema("Health", health)
                .schema("Probe", probe)
                .on("GET /health", health("health", "Whether it is well", "application/json", "Health"))
                .on("GET /actuator/health", health("actuatorHealth", "Whether it is well", PROBE, "Probe"))
                .on("GET /actuator/health/liveness", health("liveness", "Whether it runs", PROBE, "Probe"))
                .on(
                        "GET /actuator/health/readiness",
                        health("readiness", "Whether it may be sent requests", PROBE, "Probe"))
                .on(
                        "GET /actuator/prometheus",
                        Operation.of("metrics", "Its metrics, for Prometheus")
                                .answers(200, "The metrics.", METRICS, "{\"type\": \"string\"}"));
    }

    /** A schema to be referred to as {@code #/components/schemas/name}. */
    public OpenApi schema(String name, String schema) {
        schemas.set(name, EventJson.read(schema));
        return this;
    }

    /** Says what a route does; as in {@code GET /projects/{id}/export}. */
    public OpenApi on(String route, Operation operation) {
        operations.put(route, operation);
        return this;
    }

    /** Fails unless the document of these routes is in the module's folder; or writes it there. */
    public void isThereFor(Routes routes) throws IOException {
        assertThat(operations.keySet())
                .as("routes that something is said of")
                .containsExactlyInAnyOrderElementsOf(
                        routes.all().stream().map(OpenApi::nameOf).toList());
        String text = EventJson.pretty(of(routes)) + "\n";
        if (WRITE) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE)
                .as("run this test with -Dopenapi=write, and look at what changed")
                .hasContent(text);
    }

    private ObjectNode of(Routes routes) {
        ObjectNode paths = JsonNodeFactory.instance.objectNode();
        for (Route route : routes.all()) {
            paths.withObjectProperty(route.path())
                    .set(
                            route.method().name().toLowerCase(Locale.ROOT),
                            Objects.requireNonNull(operations.get(nameOf(route)))
                                    .json(security(route)));
        }
        ObjectNode complete = document.deepCopy();
        complete.set("paths", paths);
        ObjectNode components = complete.putObject("components");
        components.set("schemas", schemas);
        components.set("responses", Problems.responses());
        components.set("securitySchemes", schemes());
        return complete;
    }

    private static String nameOf(Route route) {
        return route.method() + " " + route.path();
    }

    private static ArrayNode security(Route route) {
        ArrayNode ways = JsonNodeFactory.instance.arrayNode();
        if (route.door() == Route.Door.OPEN) {
            return ways;
        }
        ways.addObject().putArray("secret");
        ways.addObject().putArray("login");
        if (route.door() == Route.Door.EVENTS) {
            ways.addObject().putArray("secretInQuery");
        }
        return ways;
    }

    private static ObjectNode schemes() {
        return (ObjectNode) EventJson.read("""
            {"secret": {"type": "apiKey", "in": "header", "name": "X-Webhook-Secret",
               "description": "One of WEBHOOK_SECRET. WEBHOOK_SECRET_HEADER gives the header another name."},
             "login": {"type": "http", "scheme": "basic", "description": "BASIC_AUTH_USER and BASIC_AUTH_PASS."},
             "secretInQuery": {"type": "apiKey", "in": "query", "name": "secret",
               "description": "One of WEBHOOK_SECRET, from senders that have no say in their headers, such as Triggers."}}
            """);
    }

    private static Operation health(String id, String summary, String contentType, String schema) {
        String reference = "{\"$ref\": \"#/components/schemas/%s\"}".formatted(schema);
        return Operation.of(id, summary)
                .answers(200, "It is.", contentType, reference)
                .answers(503, "It is not.", contentType, reference);
    }

    /** The project's, less what marks it as unfinished: that changes with each release twice. */
    private static String version() {
        try {
            Matcher matcher = VERSION.matcher(Files.readString(Path.of("pom.xml")));
            if (!matcher.find()) {
                throw new IllegalStateException("the module's pom names no version");
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
