package io.oceanid.knative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The objects that an overlay renders to. */
record Manifest(String overlay, List<JsonNode> objects) {

    private static final Path RENDERED = Path.of("src/test/resources/rendered");
    private static final YAMLMapper YAML = new YAMLMapper();

    static Stream<Manifest> all() {
        try (Stream<Path> files = Files.list(RENDERED)) {
            return files.sorted().map(Manifest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manifest of(String overlay) {
        return read(RENDERED.resolve(overlay + ".yaml"));
    }

    static List<JsonNode> objectsOf(Path file) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file)) {
            return documents.readAll();
        }
    }

    private static Manifest read(Path file) {
        return new Manifest(file.getFileName().toString().replace(".yaml", ""), objectsOf(file));
    }

    Stream<JsonNode> ofKind(String kind) {
        return objects.stream().filter(object -> kind.equals(object.path("kind").asString()));
    }

    /** Knative's, not Kubernetes' own. */
    JsonNode service(String name) {
        return ofKind("Service")
                .filter(service -> name.equals(name(service)))
                .findAny()
                .orElseThrow(() -> new AssertionError(overlay + " has no Service " + name));
    }

    /** The containers of everything that runs. */
    List<JsonNode> containers() {
        return everywhere("containers").flatMap(JsonNode::valueStream).toList();
    }

    /** What the name stands for, wherever it stands. */
    Stream<JsonNode> everywhere(String name) {
        List<JsonNode> found = new ArrayList<>();
        objects.forEach(object -> found.addAll(object.findValues(name)));
        return found.stream();
    }

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asString();
    }

    static JsonNode at(JsonNode object, String... path) {
        JsonNode[] node = {object};
        Consumer<String> step = name -> node[0] = node[0].path(name);
        Arrays.stream(path).forEach(step);
        return node[0];
    }

    @Override
    public String toString() {
        return overlay;
    }
}
