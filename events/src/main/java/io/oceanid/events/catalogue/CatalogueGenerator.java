package io.oceanid.events.catalogue;

import static java.util.stream.Collectors.joining;

import io.oceanid.events.json.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes what others read of the catalogue: an AsyncAPI document with the schemas beside it, and Knative's EventTypes.
 * Run by the build.
 */
final class CatalogueGenerator {

    private CatalogueGenerator() {}

    /** Takes the catalogue's folder, the folder to write into, and the version. */
    public static void main(String[] args) throws IOException {
        generate(new Catalogue(Path.of(args[0])), Path.of(args[1]), args[2]);
    }

    static void generate(Catalogue catalogue, Path target, String version) throws IOException {
        for (Path schema : catalogue.schemaFiles()) {
            Path copy = target.resolve(schema.toString());
            Files.createDirectories(copy.getParent());
            Files.copy(catalogue.folder().resolve(schema), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(target.resolve("asyncapi.json"), EventJson.pretty(AsyncApi.of(catalogue, version)) + "\n");
        // JSON is YAML, and needs no library to write it
        Files.writeString(
                target.resolve("eventtypes.yaml"),
                KnativeEventTypes.of(catalogue).stream().map(EventJson::pretty).collect(joining("\n---\n", "", "\n")));
    }
}
