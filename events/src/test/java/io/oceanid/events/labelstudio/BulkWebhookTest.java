package io.oceanid.events.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.catalogue.EventType;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.LabelStudioEvent.AnnotationsSaved;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksDeleted;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksSaved;
import io.oceanid.events.labelstudio.LabelStudioEvent.Unknown;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a broker takes: each event of a bulk stays within 256 KiB, and together they tell all of it once. */
class BulkWebhookTest {

    private static final int LIMIT = 256 * 1024;
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final WebhookTranslator translator = new WebhookTranslator(URI.create("https://label-studio.example.org"));

    @Test
    void anImportOfFiveThousandTasksIsCutIntoEventsThatABrokerTakes() {
        byte[] webhook = EventJson.write(importOf(Collections.nCopies(5_000, 80)));
        assertThat(webhook).hasSizeGreaterThan(2_300_000);

        List<CloudEvent> events = translator.translate(webhook, NOW);

        assertThat(events)
                .hasSizeBetween(9, 12)
                .allSatisfy(event -> assertThat(size(event)).isLessThanOrEqualTo(LIMIT));
        // none is needlessly small
        assertThat(events.subList(0, events.size() - 1))
                .allSatisfy(event -> assertThat(size(event)).isGreaterThan(LIMIT * 9 / 10));
        assertThat(taskIds(events)).isEqualTo(ids(5_000));
        assertThat(new HashSet<>(eventIds(events))).hasSameSizeAs(events);
        assertThat(events).extracting(CloudEvent::getSubject).containsOnly("projects/1");
        assertThat(eventIds(translator.translate(webhook, NOW.plusSeconds(9)))).isEqualTo(eventIds(events));
    }

    @Property(tries = 60)
    void whateverTheSizesNothingIsLostAndOnlyWhatIsTooLargeAloneIsLarge(@ForAll("sizes") List<Integer> sizes) {
        byte[] webhook = EventJson.write(importOf(sizes));

        List<CloudEvent> events = translator.translate(webhook, NOW);

        assertThat(taskIds(events)).isEqualTo(ids(sizes.size()));
        assertThat(events)
                .allSatisfy(event -> assertThat(
                                size(event) <= LIMIT || taskIds(List.of(event)).size() == 1)
                        .isTrue());
        assertThat(eventIds(translator.translate(webhook, NOW))).isEqualTo(eventIds(events));
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        Arbitrary<Integer> size = Arbitraries.frequencyOf(
                Tuple.of(60, Arbitraries.integers().between(0, 2_000)),
                Tuple.of(20, Arbitraries.integers().between(2_000, 100_000)),
                Tuple.of(1, Arbitraries.integers().between(LIMIT - 6_000, LIMIT + 6_000)));
        return size.list().ofMaxSize(60);
    }

    @Test
    void aTaskTooLargeForABrokerTravelsAloneSoThatTheOthersArrive() {
        List<CloudEvent> events = translator.translate(EventJson.write(importOf(List.of(100, 300_000, 100, 100))), NOW);

        assertThat(events)
                .extracting(event -> taskIds(List.of(event)))
                .containsExactly(List.of(1L), List.of(2L), List.of(3L, 4L));
    }

    @Test
    void aBrokenTaskTakesOnlyItsPartOfABulkToTheUnknown() {
        ObjectNode webhook = importOf(Collections.nCopies(5_000, 80));
        ((ObjectNode) webhook.at("/tasks/2500")).put("updated_at", "broken");

        List<CloudEvent> events = translator.translate(EventJson.write(webhook), NOW);

        List<CloudEvent> unknown = events.stream()
                .filter(event -> event.getType().equals(EventType.UNKNOWN.type()))
                .toList();
        assertThat(events)
                .hasSizeGreaterThan(8)
                .allSatisfy(event -> assertThat(size(event)).isLessThanOrEqualTo(LIMIT));
        assertThat(unknown).singleElement().extracting(BulkWebhookTest::read).satisfies(event -> {
            Unknown part = (Unknown) event;
            assertThat(part.action()).isEqualTo("TASKS_CREATED");
            assertThat(part.reason()).matches("tasks\\[\\d+]\\.updated_at is not a time of RFC 3339");
            assertThat(part.body().path("action").asString()).isEqualTo("TASKS_CREATED");
            assertThat(part.body()
                            .path("tasks")
                            .valueStream()
                            .map(task -> task.path("id").asLong()))
                    .contains(2_501L);
        });
    }

    @Test
    void manyThousandDeletedTasksAreAllNamedOnce() {
        ObjectNode webhook = webhook("TASKS_DELETED");
        ArrayNode tasks = webhook.putArray("tasks");
        ids(100_000).forEach(id -> tasks.addObject().put("id", id + 1_000_000_000_000L));

        List<CloudEvent> events = translator.translate(EventJson.write(webhook), NOW);

        assertThat(events)
                .hasSizeGreaterThan(5)
                .allSatisfy(event -> assertThat(size(event)).isLessThanOrEqualTo(LIMIT));
        assertThat(events.stream().flatMap(event -> ((TasksDeleted) read(event)).ids().stream()))
                .isEqualTo(LongStream.rangeClosed(1, 100_000)
                        .mapToObj(id -> id + 1_000_000_000_000L)
                        .toList());
        assertThat(new HashSet<>(eventIds(events))).hasSameSizeAs(events);
    }

    @Test
    void manyThousandAnnotationsFromPredictionsTravelWithTheirTasks() {
        ObjectNode webhook = webhook("ANNOTATIONS_CREATED");
        ArrayNode annotations = webhook.putArray("annotation");
        ArrayNode tasks = webhook.putArray("task");
        IntStream.range(0, 6_000).forEach(i -> {
            annotations.addObject().put("id", i).put("task", i / 3).put("updated_at", "2026-11-23T09:41:05Z");
            tasks.add(task(i / 3, 0));
        });

        List<CloudEvent> events = translator.translate(EventJson.write(webhook), NOW);

        assertThat(events).hasSizeGreaterThan(2).allSatisfy(event -> {
            AnnotationsSaved saved = (AnnotationsSaved) read(event);
            assertThat(size(event)).isLessThanOrEqualTo(LIMIT);
            assertThat(saved.tasks())
                    .extracting(Task::id)
                    .doesNotHaveDuplicates()
                    .containsExactlyElementsOf(saved.annotations().stream()
                            .map(Annotation::task)
                            .distinct()
                            .toList());
        });
        assertThat(events.stream()
                        .flatMap(event -> ((AnnotationsSaved) read(event)).annotations().stream())
                        .map(Annotation::id))
                .isEqualTo(LongStream.range(0, 6_000).boxed().toList());
    }

    @Test
    void anEmptyBulkIsOneEmptyEvent() {
        assertThat(taskIds(translator.translate(EventJson.write(importOf(List.of())), NOW)))
                .isEmpty();
    }

    private static ObjectNode webhook(String action) {
        ObjectNode webhook = RecordedWebhook.of("TASKS_CREATED-import-json-list")
                .body()
                .deepCopy()
                .asObject();
        webhook.remove("tasks");
        return webhook.put("action", action);
    }

    private static ObjectNode importOf(List<Integer> textSizes) {
        ObjectNode webhook = webhook("TASKS_CREATED");
        ArrayNode tasks = webhook.putArray("tasks");
        IntStream.range(0, textSizes.size()).forEach(i -> tasks.add(task(i + 1, textSizes.get(i))));
        return webhook;
    }

    private static ObjectNode task(long id, int textSize) {
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("id", id);
        // two bytes each, so that bytes are counted, not characters
        task.putObject("data").put("text", "é".repeat(textSize / 2));
        task.putObject("meta");
        return task.put("created_at", "2026-11-23T09:39:54.012863Z")
                .put("updated_at", "2026-11-23T09:39:54.012890Z")
                .put("is_labeled", false)
                .put("overlap", 1)
                .put("inner_id", id)
                .put("total_annotations", 0)
                .put("cancelled_annotations", 0)
                .put("total_predictions", 0)
                .put("comment_count", 0)
                .put("unresolved_comment_count", 0)
                .putNull("last_comment_updated_at")
                .putNull("precomputed_agreement")
                .put("project", 1)
                .putNull("updated_by")
                .putNull("file_upload");
    }

    private static int size(CloudEvent event) {
        return CloudEventCodec.encodeStructured(event).body().length;
    }

    private static List<Long> taskIds(List<CloudEvent> events) {
        return events.stream()
                .flatMap(event -> ((TasksSaved) read(event)).tasks().stream())
                .map(Task::id)
                .toList();
    }

    private static List<Long> ids(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static List<String> eventIds(List<CloudEvent> events) {
        return events.stream().map(CloudEvent::getId).toList();
    }

    private static LabelStudioEvent read(CloudEvent event) {
        JsonNode data = LabelStudioEvent.dataOf(event);
        return LabelStudioEvent.read(event.getType(), data);
    }
}
