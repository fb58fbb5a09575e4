package io.oceanid.sink.store;

import static io.oceanid.sink.testing.Webhooks.annotationUpdated;
import static io.oceanid.sink.testing.Webhooks.annotationsDeleted;
import static io.oceanid.sink.testing.Webhooks.event;
import static io.oceanid.sink.testing.Webhooks.projectDeleted;
import static io.oceanid.sink.testing.Webhooks.taskCreated;
import static io.oceanid.sink.testing.Webhooks.tasksDeleted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.sink.testing.SinkParts;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.support.testing.Eventually;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateTest {

    private static final String SPAN = """
        [{"id": "r", "from_name": "label", "to_name": "text", "type": "labels",
          "value": {"start": 0, "end": 1, "text": "%s", "labels": ["PORT"]}}]
        """;

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
    void theNewestStateHoldsAndItsRegionsReplaceTheOldOnes() {
        store(annotationUpdated(7, 10, 20, SPAN.formatted("b")));
        store(annotationUpdated(7, 10, 30, "[]"));
        store(annotationUpdated(7, 10, 40, SPAN.formatted("d")));

        assertThat(database.rows("select text from oceanid.region")).containsExactly(Map.of("text", "d"));
    }

    @Test
    void aStaleStateChangesNothing() {
        store(annotationUpdated(7, 10, 40, SPAN.formatted("new")));
        store(annotationUpdated(7, 10, 20, SPAN.formatted("old")));

        assertThat(database.rows("select text from oceanid.region")).containsExactly(Map.of("text", "new"));
        assertThat(database.value("select count(*) from oceanid.inbox")).isEqualTo("2");
    }

    @Test
    void severalStatesInOneGroupEndAsTheNewest() {
        store(
                annotationUpdated(7, 10, 40, SPAN.formatted("new")),
                annotationUpdated(7, 10, 20, SPAN.formatted("old")),
                annotationUpdated(7, 10, 40, SPAN.formatted("new")));

        assertThat(database.rows("select text from oceanid.region")).containsExactly(Map.of("text", "new"));
    }

    @Test
    void aStateThatWaitsForAnotherTransactionReplacesTheRegionsOfThatToo() {
        store(annotationUpdated(7, 10, 10, SPAN.formatted("first")));
        CompletableFuture<?> older;
        CompletableFuture<?> newer;
        try (TestDatabase.Lock _ = database.lock("annotation_event")) {
            older = begin(annotationUpdated(7, 10, 20, SPAN.formatted("older")));
            Eventually.holds(() -> assertThat(database.waiting()).isEqualTo(1));
            newer = begin(annotationUpdated(7, 10, 30, SPAN.formatted("newer")));
            Eventually.holds(() -> assertThat(database.waiting()).isEqualTo(2));
        }
        older.join();
        newer.join();

        assertThat(database.rows("select text from oceanid.region")).containsExactly(Map.of("text", "newer"));
        assertThat(database.count("quarantine")).isZero();
        assertThat(database.count("inbox")).isEqualTo(3);
    }

    @Test
    void aDeletionHoldsAgainstALateUpdate() {
        store(annotationUpdated(7, 10, 20, "[]"));
        store(annotationsDeleted(50, 7));
        store(annotationUpdated(7, 10, 40, "[]"));

        assertThat(deletedAnnotations()).containsExactly("7");
    }

    @Test
    void aDeletionMayComeFirst() {
        store(annotationsDeleted(50, 7, 8));
        store(annotationUpdated(7, 10, 40, SPAN.formatted("x")));

        assertThat(deletedAnnotations()).containsExactly("7", "8");
        assertThat(database.value("select count(*) from oceanid.current_region"))
                .isEqualTo("0");
    }

    @Test
    void theDeletionOfATaskMarksItsAnnotationsThoseYetToComeToo() {
        store(annotationUpdated(7, 10, 20, "[]"));
        store(tasksDeleted(50, 1));
        store(annotationUpdated(8, 10, 40, "[]"));

        assertThat(deletedAnnotations()).containsExactly("7", "8");
    }

    @Test
    void theDeletionOfAProjectMarksItsTasksAndAnnotationsThoseYetToComeToo() {
        store(taskCreated(1, 1, 5), annotationUpdated(7, 10, 20, "[]"));
        store(projectDeleted(50, 1));
        store(taskCreated(2, 1, 6), annotationUpdated(8, 10, 40, "[]"));

        assertThat(deletedAnnotations()).containsExactly("7", "8");
        assertThat(database.rows("select id from oceanid.task where deleted_at is null"))
                .isEmpty();
    }

    @Test
    void anIdThatLabelStudioGivesAnewIsNotDeleted() {
        List<CloudEvent> session = List.of(taskCreated(22, 3, 10), tasksDeleted(20, 22), taskCreated(22, 4, 30));

        store(session.get(0), session.get(1), session.get(2));
        assertThat(liveTask()).isEqualTo(Map.of("id", "22", "project", "4"));

        empty();
        store(session.get(2));
        store(session.get(0));
        store(session.get(1));
        assertThat(liveTask()).isEqualTo(Map.of("id", "22", "project", "4"));
    }

    @Test
    void anIdThatIsGivenAnewCanBeDeletedAgain() {
        store(taskCreated(22, 3, 10), tasksDeleted(20, 22), taskCreated(22, 4, 30));
        store(tasksDeleted(40, 22));

        assertThat(database.rows("select id from oceanid.task where deleted_at is null"))
                .isEmpty();
    }

    @Test
    void whatPostgresqlRefusesGoesToQuarantineAloneAndTheRestOfItsGroupIsStored() {
        store(annotationUpdated(7, 10, 20, "[]"), event(0, """
            {"action": "ANNOTATION_UPDATED",
             "annotation": {"id": 8, "task": 1, "project": 1, "updated_at": "2026-11-23T00:00:00Z",
                            "result": [], "beyond numeric": 1e200000}, "project": {"id": 1}}
            """), annotationUpdated(9, 10, 20, "[]"));

        assertThat(database.rows("select id from oceanid.annotation order by id"))
                .containsExactly(Map.of("id", "7"), Map.of("id", "9"));
        assertThat(database.value("select reason from oceanid.quarantine")).startsWith("PostgreSQL refuses it: 22003");
        assertThat(database.value("select count(*) from oceanid.inbox")).isEqualTo("2");
    }

    @Test
    void textThatDoesNotStandWhereItsSpanSaysIsStoredAndMarked() {
        store(event(0, """
            {"action": "ANNOTATION_CREATED",
             "annotation": {"id": 7, "task": 1, "project": 1, "updated_at": "2026-11-23T00:00:00Z", "result": [
               {"id": "a", "type": "labels", "value": {"start": 1, "end": 5, "text": "PORT", "labels": ["X"]}},
               {"id": "b", "type": "labels", "value": {"start": 2, "end": 6, "text": "PORT", "labels": ["X"]}}]},
             "task": {"id": 1, "project": 1, "updated_at": "2026-11-23T00:00:00Z", "data": {"text": "🚢PORT e\u0301"}},
             "project": {"id": 1}}
            """));

        assertThat(database.rows("select id, text, offset_mismatch from oceanid.region order by id"))
                .containsExactly(
                        Map.of("id", "a", "text", "PORT", "offset_mismatch", "f"),
                        Map.of("id", "b", "text", "PORT", "offset_mismatch", "t"));
    }

    private void store(CloudEvent... events) {
        begin(events).join();
    }

    private CompletableFuture<?> begin(CloudEvent... events) {
        return sink.intake().accept(List.of(events), Origin.EVENT).toFuture();
    }

    private List<String> deletedAnnotations() {
        return database.rows("select id from oceanid.annotation where deleted_at is not null order by id").stream()
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    private Map<String, @Nullable String> liveTask() {
        return database.rows("select id, project from oceanid.task where deleted_at is null")
                .getFirst();
    }
}
