package io.oceanid.events.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.json.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue's examples are the translations of the recordings, no more and no less. Rewrite them with
 * {@code -Dcatalogue.write=true} and look at the difference.
 */
class RecordedWebhookTranslationTest {

    private static final Path CATALOGUE = Path.of("catalogue");
    private static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:00Z");
    private static final String LABEL_LINK = "LABEL_LINK_UPDATED-label-link-patch";

    private final WebhookTranslator translator = new WebhookTranslator(URI.create("https://label-studio.example.org"));

    /** The recordings, and for the actions without one what they most likely look like. */
    static List<RecordedWebhook> webhooks() {
        return Stream.concat(
                        RecordedWebhook.all().stream(),
                        Stream.of(made("LABEL_LINK_CREATED"), made("LABEL_LINK_DELETED")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void aWebhookIsTranslatedToItsExamples(RecordedWebhook webhook) {
        Map<Path, String> examples = examples(webhook);
        if (Boolean.getBoolean("catalogue.write")) {
            examples.forEach(RecordedWebhookTranslationTest::write);
        }

        assertThat(examples)
                .isNotEmpty()
                .allSatisfy((file, text) -> assertThat(file).content().isEqualToNormalizingNewlines(text));
    }

    @Test
    void thereAreNoOtherExamples() throws IOException {
        try (Stream<Path> files = Files.walk(CATALOGUE)) {
            assertThat(files.filter(
                            file -> Files.isRegularFile(file) && file.toString().contains("examples")))
                    .containsExactlyInAnyOrderElementsOf(webhooks().stream()
                            .flatMap(webhook -> examples(webhook).keySet().stream())
                            .toList());
        }
    }

    private Map<Path, String> examples(RecordedWebhook webhook) {
        List<CloudEvent> events = translator.translate(webhook.bytes(), RECEIVED);
        Map<Path, String> examples = new TreeMap<>();
        for (CloudEvent event : events) {
            String number = events.size() == 1 ? "" : "-" + (examples.size() + 1);
            Path file =
                    CATALOGUE.resolve(event.getType()).resolve("examples").resolve(webhook.name() + number + ".json");
            examples.put(
                    file,
                    EventJson.pretty(EventJson.read(
                                    CloudEventCodec.encodeStructured(event).body())) + "\n");
        }
        return examples;
    }

    private static RecordedWebhook made(String action) {
        ObjectNode body = (ObjectNode) RecordedWebhook.of(LABEL_LINK).body();
        return new RecordedWebhook(action + "-made-from-" + LABEL_LINK, body.put("action", action));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
