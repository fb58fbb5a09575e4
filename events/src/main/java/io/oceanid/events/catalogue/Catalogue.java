package io.oceanid.events.catalogue;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.json.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The folder of the catalogue: for every type a folder of its name, and what their schemas share. */
record Catalogue(Path folder) {

    static final String COMMON = "common";

    /** @param name the file's, without the ending */
    record Example(String name, CloudEvent event) {}

    Path folderOf(EventType type) {
        return folder.resolve(type.type());
    }

    JsonNode schemaOf(EventType type) throws IOException {
        return EventJson.read(Files.readAllBytes(folderOf(type).resolve("schema.json")));
    }

    /** By name; none where nobody has written one yet. */
    List<Example> examplesOf(EventType type) throws IOException {
        Path examples = folderOf(type).resolve("examples");
        if (!Files.isDirectory(examples)) {
            return List.of();
        }
        List<Example> read = new ArrayList<>();
        for (Path file : files(examples)) {
            read.add(read(file));
        }
        return read;
    }

    /** The files of all schemas, the shared ones too, below the folder. */
    List<Path> schemaFiles() throws IOException {
        return files(folder).stream()
                .map(folder::relativize)
                .filter(file -> file.startsWith(COMMON) || file.endsWith("schema.json"))
                .toList();
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Example read(Path file) throws IOException {
        CloudEvent event = CloudEventCodec.decode(
                        Map.of("content-type", "application/cloudevents+json"), Files.readAllBytes(file))
                .getFirst();
        return new Example(file.getFileName().toString().replaceFirst("\\.json$", ""), event);
    }
}
