package io.oceanid.events.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.catalogue.Catalogue.Example;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.events.labelstudio.RecordedWebhook;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CatalogueTest {

    private static final Path FOLDER = Path.of("catalogue");
    private static final Pattern LINE_OF_A_TYPE = Pattern.compile("\\| `([a-z.0-9]+)` \\| `([A-Z_]+)`.*");

    private final Catalogue catalogue = new Catalogue(FOLDER);
    private final Schemas schemas = new Schemas(FOLDER);

    @Test
    void everyTypeHasAFolderAndEveryFolderAType() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of(Catalogue.COMMON),
                                    Arrays.stream(EventType.values()).map(EventType::type))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasASchemaThatSaysWhatItIs(EventType type) throws IOException {
        JsonNode schema = catalogue.schemaOf(type);

        assertThat(schemas.errorsOfSchema(schema)).isEmpty();
        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asString()).isEqualTo(type.schema().toString());
        assertThat(schema.path("title").asString()).isNotBlank();
        assertThat(schema.path("description").asString()).isNotBlank();
    }

    @Test
    void theSharedSchemaIsOneToo() throws IOException {
        assertThat(schemas.errorsOfSchema(EventJson.read(
                        Files.readAllBytes(FOLDER.resolve("common").resolve("entities.json")))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsOnTheClassPath(EventType type) throws IOException {
        try (InputStream schema = EventType.class.getResourceAsStream(type.type() + "/schema.json")) {
            assertThat(EventJson.read(Objects.requireNonNull(schema).readAllBytes()))
                    .isEqualTo(catalogue.schemaOf(type));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasExamplesThatKeepItsSchema(EventType type) throws IOException {
        assertThat(catalogue.examplesOf(type)).isNotEmpty().allSatisfy(example -> {
            CloudEvent event = example.event();
            JsonNode data = LabelStudioEvent.dataOf(event);
            assertThat(schemas.errors(type, data)).isEmpty();
            assertThat(LabelStudioEvent.read(event.getType(), data)).isNotNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleHasTheAttributesOfItsType(EventType type) throws IOException {
        assertThat(catalogue.examplesOf(type)).extracting(Example::event).allSatisfy(event -> {
            assertThat(event.getType()).isEqualTo(type.type());
            assertThat(event.getDataSchema()).isEqualTo(type.schema());
            assertThat(event.getSource()).isEqualTo(URI.create("https://label-studio.example.org"));
            assertThat(event.getSubject()).isNotBlank();
            assertThat(event.getTime()).isNotNull();
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getExtensionNames()).containsExactly("partitionkey");
        });
    }

    @ParameterizedTest
    @EnumSource
    void noExampleHoldsASecret(EventType type) throws IOException {
        String[] secrets = RecordedWebhook.all().stream()
                .map(webhook -> webhook.body().at("/project/token").asString(""))
                .filter(token -> !token.isEmpty())
                .distinct()
                .toArray(String[]::new);
        assertThat(secrets).isNotEmpty();

        assertThat(catalogue.examplesOf(type))
                .extracting(example -> new String(
                        CloudEventCodec.encodeStructured(example.event()).body(), UTF_8))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(secrets)
                        .doesNotContain("\"token\"", "task_data_login", "task_data_password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "task_data_login", "task_data_password"})
    void noSchemaTakesASecret(String secret) throws IOException {
        for (EventType type : EventType.values()) {
            JsonNode data = LabelStudioEvent.dataOf(
                    catalogue.examplesOf(type).getFirst().event());
            ObjectNode holder = type == EventType.UNKNOWN ? (ObjectNode) data.path("body") : (ObjectNode) data;
            ObjectNode project =
                    holder.path("project") instanceof ObjectNode present ? present : holder.putObject("project");
            if (project.isEmpty()) {
                project.put("id", 1);
            }
            assertThat(schemas.errors(type, data)).as(type.type()).isEmpty();
            project.put(secret, "s3cr3t");
            assertThat(schemas.errors(type, data)).as(type.type()).isNotEmpty();
        }
    }

    @Test
    void theReadmeNamesEveryType() throws IOException {
        List<String> named = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            var type = LINE_OF_A_TYPE.matcher(line);
            if (type.matches()) {
                named.add("io.oceanid.labelstudio." + type.group(1));
            }
        }

        assertThat(named)
                .containsExactlyElementsOf(Arrays.stream(EventType.values())
                        .filter(type -> type != EventType.UNKNOWN)
                        .map(EventType::type)
                        .toList());
    }
}
