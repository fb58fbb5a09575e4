package io.oceanid.sink.store;

import static io.oceanid.sink.testing.Webhooks.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.sink.testing.SinkParts;
import io.oceanid.sink.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectStateTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private SinkParts sink;

    @BeforeAll
    void start() {
        sink = SinkParts.on(database);
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void aStateThatIsKnownWaitsForNobodyWhoeverHoldsTheProject() {
        store(project("Harbour", "\"task_number\": 1"));
        try (TestDatabase.Lock _ = database.lockRow("project", 1)) {
            store(project("Harbour", "\"task_number\": 2, \"total_annotations_number\": 3"));
        }

        assertThat(database.count("inbox")).isEqualTo(2);
        assertThat(database.value("select raw->>'task_number' from oceanid.project"))
                .isNull();
    }

    @Test
    void ofSeveralStatesOfOneTimeTheSameHoldsWhicheverComesFirst() {
        CloudEvent one = project("Harbour", "\"color\": \"#fff\"");
        CloudEvent other = project("Harbour", "\"color\": \"#000\"");
        CloudEvent third = project("Harbour", "\"color\": \"#333\"");

        for (List<CloudEvent> order : List.of(
                List.of(one, other, third),
                List.of(other, third, one),
                List.of(third, one, other),
                List.of(one, third, other))) {
            empty();
            order.forEach(this::store);
            assertThat(color()).isEqualTo("#fff");

            empty();
            store(order.toArray(CloudEvent[]::new));
            assertThat(color()).isEqualTo("#fff");
        }
    }

    @Test
    void aNewerStateHolds() {
        store(project("Harbour", "\"color\": \"#fff\""));
        store(event(1, """
            {"action": "PROJECT_UPDATED", "project": {"id": 1, "title": "Port", "updated_at": "2026-11-23T00:00:01Z"}}
            """));

        assertThat(database.value("select title from oceanid.project")).isEqualTo("Port");
        assertThat(color()).isNull();
    }

    private @Nullable String color() {
        return database.value("select raw->>'color' from oceanid.project");
    }

    private void store(CloudEvent... events) {
        sink.intake().accept(List.of(events), Origin.EVENT).block(PATIENCE);
    }

    private static CloudEvent project(String title, String properties) {
        return event(0, """
            {"action": "PROJECT_UPDATED",
             "project": {"id": 1, "title": "%s", "updated_at": "2026-11-23T00:00:00Z", %s}}
            """.formatted(title, properties));
    }
}
