package io.oceanid.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.sink.testing.Tables;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every webhook that was recorded goes in, and ends in rows or in quarantine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedWebhooksTest {

    private static final WebhookTranslator TRANSLATOR =
            new WebhookTranslator(URI.create("https://label-studio.example.org"));

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private TestSink sink;

    @BeforeAll
    void sendThemAll() {
        sink = TestSink.start(database.url());
        for (RecordedWebhook webhook : RecordedWebhook.all()) {
            assertThat(sink.post("/webhook", webhook.bytes()).statusCode())
                    .as(webhook.name())
                    .isEqualTo(204);
        }
    }

    static Stream<RecordedWebhook> recordings() {
        return RecordedWebhook.all().stream();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void itsEventsAreInTheInboxOrInQuarantineWithAReason(RecordedWebhook webhook) {
        for (CloudEvent event : TRANSLATOR.translate(webhook.bytes(), Instant.now())) {
            assertThat(database.rows("select type from oceanid.inbox where id = '" + event.getId() + "'"))
                    .containsExactly(Map.of("type", event.getType()));
            if (event.getType().endsWith(".unknown.v1")) {
                assertThat(database.value(
                                "select reason from oceanid.quarantine where event_id = '" + event.getId() + "'"))
                        .contains("no payload");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theStateItTellsOrANewerOneStandsInTheTables(RecordedWebhook webhook) {
        assertStands(webhook, "annotation", List.of("/annotation"));
        assertStands(webhook, "annotation", List.of("/annotation/0", "/annotation/1"));
        assertStands(webhook, "task", List.of("/task", "/task/0", "/tasks/0", "/tasks/1", "/tasks/2"));
        assertStands(webhook, "project", List.of("/project"));
    }

    @Test
    void theAnnotationOfTheFirstRecordingHasItsRegionsAndItsProvenance() {
        assertThat(database.rows("""
            select a.project, a.task, a.completed_by, a.ground_truth, a.lead_time, a.unique_id, i.type,
                   a.deleted_at is not null as deleted
            from oceanid.annotation a join oceanid.inbox i on i.id = a.event_id and i.source = a.event_source
            where a.id = 2
            """))
                .containsExactly(Map.of(
                        "project", "1",
                        "task", "1",
                        "completed_by", "1",
                        "ground_truth", "t",
                        "lead_time", "21.5",
                        "unique_id", "5f3c1e0a-7d0b-4e0f-9a52-0d6f2f6d3c11",
                        "type", "io.oceanid.labelstudio.annotation.updated.v1",
                        "deleted", "t"));
        assertThat(database.rows("""
            select from_name, to_name, type, labels, span_start, span_end, text, offset_mismatch, raw ->> 'origin' as origin
            from oceanid.region where annotation = 2 order by ordinal limit 1
            """))
                .containsExactly(Map.of(
                        "from_name", "label",
                        "to_name", "text",
                        "type", "labels",
                        "labels", "{VESSEL}",
                        "span_start", "3",
                        "span_end", "16",
                        "text", "NORTHERN STAR",
                        "offset_mismatch", "f",
                        "origin", "manual"));
        assertThat(database.value("select count(*) from oceanid.region where annotation = 2"))
                .isEqualTo("4");
    }

    @Test
    void predictionsTurnedIntoAnnotationsKeepTheirPrediction() {
        assertThat(database.rows(
                        "select id, parent_prediction from oceanid.annotation where id in (9, 10) order by id"))
                .containsExactly(
                        Map.of("id", "9", "parent_prediction", "5"), Map.of("id", "10", "parent_prediction", "6"));
    }

    @Test
    void noSecretOfAProjectIsAnywhere() {
        String everything = Tables.of(database).toString();
        RecordedWebhook.all().stream()
                .map(webhook -> webhook.body().at("/project/token").asString(""))
                .filter(token -> !token.isEmpty())
                .forEach(token -> assertThat(everything).doesNotContain(token));
        assertThat(everything).doesNotContain("task_data_password");
    }

    private void assertStands(RecordedWebhook webhook, String table, List<String> pointers) {
        pointers.stream()
                .map(pointer -> webhook.body().at(pointer))
                .filter(entity -> entity.has("updated_at"))
                .forEach(entity -> assertThat(database.value("select count(*) from oceanid." + table + " where id = "
                                + entity.path("id").asString() + " and updated_at >= '"
                                + entity.path("updated_at").asString() + "'"))
                        .isEqualTo("1"));
    }
}
