package io.oceanid.knative;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of Kubernetes' and Knative's kinds, made strict: a field that is not declared is an error, as it is for
 * {@code kubectl apply --validate=strict}.
 */
final class KindSchemas {

    private static final Path FOLDER = Path.of("src/test/resources/schemas");
    private static final String BASE = "https://oceanid.io/kinds/";
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, String> locations = new HashMap<>();
    private final SchemaRegistry registry;

    KindSchemas() {
        addKubernetes(JSON.readTree(FOLDER.resolve("kubernetes.json").toFile()));
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(file -> Manifest.objectsOf(file).stream())
                    .forEach(this::addCustomResource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(documents::get));
    }

    /** What is wrong with an object. */
    List<String> errors(JsonNode object) {
        String kind =
                object.path("apiVersion").asString() + " " + object.path("kind").asString();
        String location = locations.get(kind);
        if (location == null) {
            return List.of("no schema of " + kind);
        }
        return registry.getSchema(SchemaLocation.of(location)).validate(object).stream()
                .map(Error::toString)
                .toList();
    }

    private void addKubernetes(JsonNode document) {
        close(document);
        documents.put(BASE + "kubernetes", document.toString());
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("x-kubernetes-group-version-kind")
                        .forEach(kind -> {
                            String group = kind.path("group").asString();
                            locations.put(
                                    (group.isEmpty() ? "" : group + "/")
                                            + kind.path("version").asString() + " "
                                            + kind.path("kind").asString(),
                                    BASE + "kubernetes#/components/schemas/" + schema.getKey());
                        }));
    }

    private void addCustomResource(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        for (JsonNode version : spec.path("versions")) {
            ObjectNode schema = (ObjectNode) version.path("schema").path("openAPIV3Schema");
            // every object has them, whether the definition says so or not
            ObjectNode properties = (ObjectNode) schema.path("properties");
            List.of("apiVersion", "kind", "metadata").forEach(properties::withObjectProperty);
            close(schema);
            String kind = "%s/%s %s"
                    .formatted(
                            spec.path("group").asString(),
                            version.path("name").asString(),
                            spec.path("names").path("kind").asString());
            String location = BASE + kind.replace(' ', '/');
            documents.put(location, schema.toString());
            locations.put(kind, location);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.path("x-kubernetes-int-or-string").asBoolean(false)
                    || "int-or-string".equals(object.path("format").asString(""))) {
                object.remove(List.of("type", "format"));
            }
            if (object.path("properties") instanceof ObjectNode properties && !properties.isEmpty()) {
                if (properties.has("backoffPolicy")) {
                    // Eventing's feature "delivery-timeout", on by default, and not in its definitions
                    properties.putObject("timeout").put("type", "string");
                }
                if (!object.has("additionalProperties")) {
                    object.put("additionalProperties", false);
                }
            }
        }
        schema.forEach(KindSchemas::close);
    }
}
