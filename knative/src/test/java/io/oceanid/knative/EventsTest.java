package io.oceanid.knative;

import static io.oceanid.knative.Manifest.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.catalogue.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who gets which events, in the overlays that have a broker. */
class EventsTest {

    @Test
    void theEventTypesAreTheCataloguesOwn() throws IOException {
        assertThat(Path.of("components/eventing/eventtypes.yaml"))
                .as("copy it from events/target/generated-catalogue/")
                .hasContent(Files.readString(Path.of("../events/target/generated-catalogue/eventtypes.yaml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventing", "kafka", "k3s"})
    void everythingIsAboutTheOneBroker(String overlay) {
        Manifest manifest = Manifest.of(overlay);

        assertThat(manifest.ofKind("Broker")).singleElement().returns("oceanid", Manifest::name);
        assertThat(manifest.ofKind("Trigger"))
                .hasSize(3)
                .allSatisfy(trigger ->
                        assertThat(at(trigger, "spec", "broker").asString()).isEqualTo("oceanid"));
        assertThat(manifest.ofKind("EventType"))
                .hasSize(EventType.values().length)
                .allSatisfy(
                        type -> assertThat(at(type, "spec", "reference", "name").asString())
                                .isEqualTo("oceanid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventing", "kafka", "k3s"})
    void eventsAndDeadLettersGoToServicesThatAreThere(String overlay) {
        Manifest manifest = Manifest.of(overlay);
        Set<String> services = manifest.ofKind("Service").map(Manifest::name).collect(Collectors.toSet());

        assertThat(manifest.everywhere("ref"))
                .filteredOn(ref -> ref.path("kind").asString().equals("Service"))
                .hasSize(5)
                .allSatisfy(ref -> assertThat(ref.path("name").asString()).isIn(services));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventing", "kafka", "k3s"})
    void aTriggerWantsTypesThatTheCatalogueHas(String overlay) {
        assertThat(Manifest.of(overlay).ofKind("Trigger")).allSatisfy(trigger -> {
            JsonNode filter = at(trigger, "spec", "filters").path(0);
            assertThat(EventType.values())
                    .extracting(EventType::type)
                    .anyMatch(type -> filter.has("exact")
                            ? type.equals(filter.at("/exact/type").asString())
                            : type.startsWith(filter.at("/prefix/type").asString("none")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventing", "kafka", "k3s"})
    void whatNobodyTakesIsTriedAgainAndThenADeadLetter(String overlay) {
        assertThat(Manifest.of(overlay).ofKind("Broker")).singleElement().satisfies(broker -> {
            assertThat(at(broker, "spec", "delivery", "retry").asInt()).isGreaterThanOrEqualTo(10);
            assertThat(at(broker, "spec", "delivery", "deadLetterSink", "uri").asString())
                    .isEqualTo("/deadletters");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventing", "k3s"})
    void aBrokerInMemoryAcceptsAnEventBeforeItsSubscribersWake(String overlay) {
        assertThat(Manifest.of(overlay).ofKind("Broker"))
                .singleElement()
                .satisfies(broker -> assertThat(at(broker, "metadata", "annotations")
                                .path("messaging.knative.dev/async-handler")
                                .asString())
                        .isEqualTo("true"));
    }

    @Test
    void kafkaKeepsTheOrderOfAProjectForTheSink() {
        assertThat(Manifest.of("kafka").ofKind("Trigger"))
                .filteredOn(
                        trigger -> at(trigger, "metadata", "annotations", "kafka.eventing.knative.dev/delivery.order")
                                .asString("unordered")
                                .equals("ordered"))
                .extracting(Manifest::name)
                .containsExactly("annotations-sink");
    }

    @Test
    void k3sHasEverythingInTheNamespaceApps() {
        assertThat(Manifest.of("k3s").objects())
                .allSatisfy(
                        object -> assertThat(at(object, "metadata", "namespace").asString())
                                .isEqualTo("apps"));
        assertThat(Manifest.of("k3s")
                        .ofKind("ConfigMap")
                        .findAny()
                        .orElseThrow()
                        .path("data"))
                .extracting(JsonNode::asString)
                .allMatch(value -> !value.contains(".oceanid."));
    }
}
