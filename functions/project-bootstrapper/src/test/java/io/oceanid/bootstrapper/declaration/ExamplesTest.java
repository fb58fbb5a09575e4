package io.oceanid.bootstrapper.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is published with the function: examples, and a schema for editors. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("examples");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Declarations declarations = new Declarations(new Defaults(
            "https://adapter.example.org",
            new BackendDeclaration.Login("label-studio", "s3cret"),
            "https://source.example.org/webhook",
            Map.of("webhook", "a", "stamps", "b")));

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> !file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleCanBeReadAndKeepsToTheSchema(Path example) throws IOException {
        JsonNode json = YAML.readTree(Files.readString(example));

        assertThat(schema().validate(json)).isEmpty();
        assertThat(declarations.read(json).labelConfig().labels()).isNotEmpty();
    }

    @Test
    void theReadyExampleIsTheTradeDocuments() throws IOException {
        ProjectDeclaration declaration =
                declarations.read(YAML.readTree(Files.readString(EXAMPLES.resolve("trade-documents.yaml"))));

        assertThat(declaration.labelConfig().labels().get("label"))
                .containsExactly("VESSEL", "HS_CODE", "PORT", "COMMODITY", "IMO", "FLAG", "RISK_LEVEL", "DATE");
        assertThat(declaration.backends()).singleElement().satisfies(backend -> {
            assertThat(backend.url()).isEqualTo("https://adapter.example.org");
            assertThat(backend.login()).isEqualTo(new BackendDeclaration.Login("label-studio", "s3cret"));
        });
        assertThat(declaration.webhooks())
                .singleElement()
                .satisfies(webhook -> assertThat(webhook.url()).isEqualTo("https://source.example.org/webhook"));
    }

    static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("project-declaration.schema.json")));
    }
}
