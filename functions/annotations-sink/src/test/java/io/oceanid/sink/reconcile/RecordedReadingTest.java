package io.oceanid.sink.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.events.labelstudio.WebhookTranslator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a real Label Studio 1.23.2 lists is read as its webhooks told it. */
class RecordedReadingTest {

    private static final Instant READ_AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final TaskRange ALL = new TaskRange(1, 0, TaskRange.NO_LIMIT, null);

    private final WebhookTranslator translator = new WebhookTranslator(URI.create("https://label-studio.example.org"));
    private final StateEvents events = new StateEvents(translator);

    @ParameterizedTest
    @CsvSource({
        "2, ANNOTATION_UPDATED-annotation-patch-no-change",
        "3, ANNOTATION_CREATED-annotation-create-second-without-unique-id",
        "4, ANNOTATION_CREATED-annotation-create-empty-result"
    })
    void anAnnotationIsTheEventOfItsWebhook(long id, String webhook) {
        CloudEvent told = translate(RecordedWebhook.of(webhook));

        CloudEvent read = pageOfTaskOne().annotations().stream()
                .filter(reading -> reading.state().id() == id)
                .findFirst()
                .orElseThrow()
                .event();

        assertThat(read.getId()).isEqualTo(told.getId());
        assertThat(read.getType()).isEqualTo(told.getType());
        assertThat(read.getTime()).isEqualTo(told.getTime());
        assertThat(read.getSubject()).isEqualTo(told.getSubject());
    }

    @Test
    void aTaskIsTheEventOfItsWebhook() {
        CloudEvent told = translate(RecordedWebhook.of("TASKS_CREATED-task-create"));
        JsonNode listed = EventJson.read(
                        told.getData() == null ? new byte[0] : told.getData().toBytes())
                .path("tasks")
                .path(0);

        CloudEvent read = events.task(ListedTask.read(listed).task(), StateEvents.reference(1), READ_AT);

        assertThat(read.getId()).isEqualTo(told.getId());
    }

    @Test
    void everyAnnotationIsReadableThatLabelStudioKeeps() {
        PageReadings readings = pageOfTaskOne();

        assertThat(readings.annotations()).hasSize(5);
        assertThat(readings.unreadable()).isEmpty();
    }

    @Test
    void aPageIsThereToTheEndOfItsTasks() {
        JsonNode answer = recorded("tasks-list-fields-all");

        TaskPage page = Objects.requireNonNull(TaskPage.read(ALL, answer));

        assertThat(page.tasks()).extracting(ListedTask::id).containsExactly(1L, 2L);
        assertThat(page.coveredTo()).isEqualTo(2);
        assertThat(page.isLast()).isFalse();
        ((ObjectNode) answer).put("total", 2);
        assertThat(Objects.requireNonNull(TaskPage.read(ALL, answer)).isLast()).isTrue();
        assertThat(TaskPage.read(ALL, EventJson.read("{\"detail\":\"other\"}"))).isNull();
    }

    @Test
    void webhooksThatSendNothingAreTold() {
        assertThat(new WebhookCheck("http://sink.example.org/hook/no-payload/")
                        .problems(recorded("webhooks-list-by-project")))
                .containsExactly(
                        "webhook 4 (http://sink.example.org/hook/no-payload) sends no payload",
                        "webhook 5 (http://sink.example.org/hook/noslash) is switched off",
                        "webhook 6 (http://sink.example.org/hook/all) is switched off",
                        "webhook 7 (http://annotations-sink.default.svc.cluster.local/hook) is switched off");
        assertThat(new WebhookCheck("").problems(EventJson.read("[]"))).isEmpty();
        assertThat(new WebhookCheck("http://[").problems(EventJson.read("[]")))
                .containsExactly("there is no webhook to SINK_WEBHOOK_URL, no URL");
    }

    private PageReadings pageOfTaskOne() {
        JsonNode answer = recorded("tasks-list-fields-all");
        ((ObjectNode) answer.path("tasks").path(0)).set("annotations", recorded("task-annotations-list"));
        return PageReadings.of(Objects.requireNonNull(TaskPage.read(ALL, answer)), events, READ_AT);
    }

    private CloudEvent translate(RecordedWebhook webhook) {
        List<CloudEvent> translated = translator.translate(webhook.bytes(), READ_AT);
        assertThat(translated).hasSize(1);
        return translated.getFirst();
    }

    private static JsonNode recorded(String name) {
        try (InputStream file =
                Objects.requireNonNull(RecordedReadingTest.class.getResourceAsStream(name + ".json"), name)) {
            return EventJson.read(file.readAllBytes()).at("/response/body");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
