package io.oceanid.knative;

import static io.oceanid.knative.Manifest.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the manifests give the functions, and what those know of it. */
class FunctionsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):");
    private static final String MIN_SCALE = "autoscaling.knative.dev/min-scale";

    @ParameterizedTest
    @MethodSource("io.oceanid.knative.Manifest#all")
    void everyContainerIsAnUnprivilegedUserOnAReadOnlyDisk(Manifest manifest) {
        assertThat(manifest.containers()).isNotEmpty().allSatisfy(container -> {
            JsonNode security = container.path("securityContext");
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.path("readOnlyRootFilesystem").asBoolean(false)).isTrue();
            assertThat(security.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
        });
        assertThat(manifest.everywhere("runAsNonRoot"))
                .hasSameSizeAs(manifest.containers())
                .allMatch(JsonNode::asBoolean);
    }

    @ParameterizedTest
    @MethodSource("io.oceanid.knative.Manifest#all")
    void everyContainerHasItsMemoryReservedAndLimited(Manifest manifest) {
        assertThat(manifest.containers()).allSatisfy(container -> {
            assertThat(container.at("/resources/requests/memory").asString()).isNotEmpty();
            assertThat(container.at("/resources/limits/memory").asString()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("io.oceanid.knative.Manifest#all")
    void everyFunctionIsProbedWhereItAnswers(Manifest manifest) {
        assertThat(manifest.ofKind("Service")).isNotEmpty().allSatisfy(service -> {
            JsonNode container =
                    at(service, "spec", "template", "spec", "containers").path(0);
            assertThat(container.at("/readinessProbe/httpGet/path").asString()).isEqualTo("/actuator/health/readiness");
            assertThat(container.at("/livenessProbe/httpGet/path").asString()).isEqualTo("/actuator/health/liveness");
        });
    }

    @ParameterizedTest
    @MethodSource("io.oceanid.knative.Manifest#all")
    void everyVariableIsOneThatItsFunctionReads(Manifest manifest) throws IOException {
        Set<String> read = new HashSet<>();
        for (JsonNode service : manifest.ofKind("Service").toList()) {
            Set<String> variables = variablesOf(Manifest.name(service));
            read.addAll(variables);
            assertThat(at(service, "spec", "template", "spec", "containers")
                            .path(0)
                            .path("env")
                            .valueStream()
                            .map(variable -> variable.path("name").asString()))
                    .as(Manifest.name(service))
                    .isSubsetOf(variables);
        }
        assertThat(manifest.ofKind("ConfigMap")
                        .findAny()
                        .orElseThrow()
                        .path("data")
                        .propertyNames())
                .isSubsetOf(read);
    }

    @ParameterizedTest
    @MethodSource("io.oceanid.knative.Manifest#all")
    void everySecretIsOneThatPulumiEscGives(Manifest manifest) {
        Set<String> given = Manifest.of("everything")
                .ofKind("ExternalSecret")
                .flatMap(secret -> at(secret, "spec", "data")
                        .valueStream()
                        .map(entry -> Manifest.name(secret) + "/"
                                + entry.path("secretKey").asString()))
                .collect(Collectors.toSet());

        assertThat(manifest.everywhere("secretKeyRef")
                        .map(reference -> reference.path("name").asString() + "/"
                                + reference.path("key").asString()))
                .isNotEmpty()
                .isSubsetOf(given);
    }

    @ParameterizedTest
    @MethodSource("io.oceanid.knative.Manifest#all")
    void noSecretStandsInAManifest(Manifest manifest) {
        assertThat(manifest.ofKind("Secret")).isEmpty();
        assertThat(manifest.containers())
                .flatMap(container -> container.path("env").valueStream().toList())
                .filteredOn(variable -> variable.has("value"))
                .extracting(variable -> variable.path("name").asString())
                .containsOnly("DECLARATIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventing", "kafka", "k3s"})
    void onlyTheSourceIsThereWhileNothingHappens(String overlay) {
        assertThat(Manifest.of(overlay).ofKind("Service"))
                .filteredOn(service -> !minScaleOf(service).equals("0"))
                .extracting(Manifest::name)
                .containsExactly("label-studio-source");
    }

    @Test
    void withoutEventingTheSinkWaitsForWebhooksAndThereIsNoSource() {
        assertThat(Manifest.of("direct").ofKind("Service"))
                .filteredOn(service -> !minScaleOf(service).equals("0"))
                .extracting(Manifest::name)
                .containsExactly("annotations-sink");
        assertThat(Manifest.of("direct").objects())
                .extracting(object -> object.path("apiVersion").asString())
                .noneMatch(version -> version.startsWith("eventing.") || version.startsWith("sources."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "eventing", "kafka", "k3s"})
    void nothingIsReachableFromOutsideTheClusterUnlessItIsAskedFor(String overlay) {
        assertThat(Manifest.of(overlay).ofKind("Service")).allMatch(FunctionsTest::isLocal);
    }

    @Test
    void theComponentPublicOpensWhatLabelStudioCallsAndNothingElse() {
        assertThat(Manifest.of("everything").ofKind("Service"))
                .filteredOn(service -> !isLocal(service))
                .extracting(Manifest::name)
                .containsExactlyInAnyOrder("label-studio-source", "ls-triton-adapter");
    }

    private static boolean isLocal(JsonNode service) {
        return "cluster-local"
                .equals(at(service, "metadata", "labels", "networking.knative.dev/visibility")
                        .asString());
    }

    private static String minScaleOf(JsonNode service) {
        return at(service, "spec", "template", "metadata", "annotations", MIN_SCALE)
                .asString();
    }

    private static Set<String> variablesOf(String function) throws IOException {
        String settings = settings(function, "application.yaml")
                + settings("function-support", "io", "oceanid", "support", "function.yaml");
        // the settings of a map, which have no placeholder
        Stream<String> others = Stream.of("OCEANID_BOOTSTRAPPER_SECRETS_WEBHOOK");
        return Stream.concat(VARIABLE.matcher(settings).results().map(match -> match.group(1)), others)
                .collect(Collectors.toSet());
    }

    private static String settings(String module, String... file) throws IOException {
        return Files.readString(
                Path.of("..", "functions", module, "src", "main", "resources").resolve(Path.of("", file)));
    }
}
