package io.oceanid.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

class CatalogueGeneratorTest {

    private static final List<String> TYPES =
            Arrays.stream(EventType.values()).map(EventType::type).toList();

    @TempDir
    Path target;

    @BeforeEach
    void generate() throws IOException {
        CatalogueGenerator.generate(new Catalogue(Path.of("catalogue")), target, "1.2.3");
    }

    @Test
    void everyTypeIsAMessageOfTheAsyncApiDocument() throws IOException {
        JsonNode document = asyncApi();

        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(document.at("/info/version").asString()).isEqualTo("1.2.3");
        assertThat(document.at("/components/messages").propertyNames()).containsExactlyElementsOf(TYPES);
        assertThat(document.at("/channels/labelStudio/messages").propertyNames())
                .containsExactlyElementsOf(TYPES);
        assertThat(document.at("/components/messages").values()).allSatisfy(message -> {
            assertThat(message.path("title").asString()).isNotBlank();
            assertThat(message.at("/headers/allOf/1/properties/ce-type/const").asString())
                    .isEqualTo(message.path("name").asString());
            assertThat(message.path("examples")).isNotEmpty().allSatisfy(example -> {
                assertThat(example.path("headers").propertyNames())
                        .containsExactlyInAnyOrder(
                                "ce-specversion",
                                "ce-id",
                                "ce-source",
                                "ce-type",
                                "ce-subject",
                                "ce-time",
                                "ce-dataschema",
                                "ce-partitionkey");
                assertThat(example.path("payload").isObject()).isTrue();
            });
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        for (Path file : files()) {
            JsonNode document = EventJson.read(Files.readAllBytes(file));
            assertThat(document.findValuesAsString("$ref"))
                    .as(file.toString())
                    .allSatisfy(reference -> assertThat(isThere(file, document, reference))
                            .as(reference)
                            .isTrue());
        }
        assertThat(asyncApi().findValuesAsString("$ref")).hasSize(3 * TYPES.size() + 1);
    }

    @Test
    void everySchemaIsBesideTheDocumentUnderItsId() throws IOException {
        JsonNode messages = asyncApi().at("/components/messages");
        for (EventType type : EventType.values()) {
            String reference =
                    messages.path(type.type()).at("/payload/schema/$ref").asString();
            JsonNode schema = EventJson.read(Files.readAllBytes(target.resolve(reference)));
            assertThat(schema.path("$id").asString()).isEqualTo(type.schema().toString());
        }
    }

    @Test
    void everyTypeIsAnEventTypeOfKnative() throws IOException {
        List<JsonNode> objects = Stream.of(
                        Files.readString(target.resolve("eventtypes.yaml")).split("\n---\n", -1))
                .map(EventJson::read)
                .toList();

        assertThat(objects)
                .extracting(object -> object.at("/metadata/name").asString())
                .isEqualTo(TYPES);
        assertThat(objects).allSatisfy(object -> {
            assertThat(object.path("apiVersion").asString()).isEqualTo("eventing.knative.dev/v1beta3");
            assertThat(object.path("kind").asString()).isEqualTo("EventType");
            assertThat(object.at("/spec/reference/kind").asString()).isEqualTo("Broker");
            // Knative's own validation asks for the first four
            assertThat(object.at("/spec/attributes").values())
                    .allSatisfy(attribute ->
                            assertThat(attribute.path("required").isBoolean()).isTrue())
                    .extracting(attribute -> attribute.path("name").asString())
                    .contains("specversion", "id", "source", "type", "dataschema", "partitionkey");
            assertThat(object.at("/spec/attributes").values())
                    .filteredOn(attribute -> attribute.path("name").asString().equals("type"))
                    .extracting(attribute -> attribute.path("value").asString())
                    .containsExactly(object.at("/metadata/name").asString());
        });
    }

    private JsonNode asyncApi() throws IOException {
        return EventJson.read(Files.readAllBytes(target.resolve("asyncapi.json")));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static boolean isThere(Path file, JsonNode document, String reference) throws IOException {
        String pointer = reference.contains("#") ? reference.substring(reference.indexOf('#') + 1) : "";
        JsonNode target = document;
        if (!reference.startsWith("#")) {
            URI uri = file.toUri().resolve(reference);
            target = EventJson.read(
                    Files.readAllBytes(Path.of(URI.create(uri.toString().replaceFirst("#.*", "")))));
        }
        return !target.at(JsonPointer.compile(pointer)).isMissingNode();
    }
}
