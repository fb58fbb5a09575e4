package io.oceanid.knative;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemasOfKindsTest {

    private static final KindSchemas SCHEMAS = new KindSchemas();

    @ParameterizedTest
    @MethodSource("io.oceanid.knative.Manifest#all")
    void everyObjectFitsTheSchemaOfItsKind(Manifest manifest) {
        assertThat(manifest.objects())
                .isNotEmpty()
                .allSatisfy(object -> assertThat(SCHEMAS.errors(object))
                        .as(Manifest.name(object))
                        .isEmpty());
    }

    @Test
    void aFieldThatKnativeDoesNotKnowIsFound() {
        JsonNode service = Manifest.of("direct").service("annotations-sink");
        ((ObjectNode) Manifest.at(service, "spec", "template", "spec")).put("timeoutSecond", 1);

        assertThat(SCHEMAS.errors(service)).singleElement().asString().contains("timeoutSecond");
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsFound() {
        JsonNode job = Manifest.of("direct").ofKind("Job").findAny().orElseThrow();
        ((ObjectNode) Manifest.at(job, "spec", "template", "spec")).put("restartPolice", "Never");

        assertThat(SCHEMAS.errors(job)).singleElement().asString().contains("restartPolice");
    }

    @Test
    void aValueOfTheWrongTypeIsFound() {
        JsonNode broker = Manifest.of("eventing").ofKind("Broker").findAny().orElseThrow();
        ((ObjectNode) Manifest.at(broker, "spec", "delivery")).put("retry", "ten");

        assertThat(SCHEMAS.errors(broker)).singleElement().asString().contains("retry");
    }
}
