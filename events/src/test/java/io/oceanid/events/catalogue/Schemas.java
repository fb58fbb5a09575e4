package io.oceanid.events.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The catalogue's schemas, their {@code $id}s led to its folder. */
final class Schemas {

    private static final String BASE = "https://oceanid.io/events/";

    private final SchemaRegistry registry;

    Schemas(Path catalogue) {
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(iri ->
                                iri.startsWith(BASE) ? read(catalogue.resolve(iri.substring(BASE.length()))) : null)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** What is wrong with the data of an event. */
    List<String> errors(EventType type, JsonNode data) {
        return registry.getSchema(SchemaLocation.of(type.schema().toString())).validate(data).stream()
                .map(Error::toString)
                .toList();
    }

    /** What is wrong with a schema itself. */
    List<String> errorsOfSchema(JsonNode schema) {
        return registry
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                .validate(schema)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
