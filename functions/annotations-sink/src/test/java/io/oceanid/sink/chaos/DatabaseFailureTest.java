package io.oceanid.sink.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import io.oceanid.sink.store.Origin;
import io.oceanid.sink.testing.DatabaseProxy;
import io.oceanid.sink.testing.DatabaseProxy.State;
import io.oceanid.sink.testing.RecordedSession;
import io.oceanid.sink.testing.SinkParts;
import io.oceanid.sink.testing.Tables;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseFailureTest {

    private final TestDatabase database = TestDatabase.create();
    private final DatabaseProxy proxy = DatabaseProxy.before(database);

    @SuppressWarnings("NullAway.Init")
    private TestSink sink;

    @BeforeAll
    void start() {
        sink = TestSink.start(
                proxy.url(), "--oceanid.database.acquire-timeout=500ms", "--oceanid.database.commit-timeout=1s");
    }

    @AfterAll
    void stop() {
        sink.close();
        proxy.close();
    }

    @AfterEach
    void mend() {
        proxy.become(State.WELL);
    }

    @Test
    void whileTheDatabaseIsGoneNothingIsAcknowledged() {
        proxy.become(State.GONE);

        HttpResponse<String> answer = post(RecordedSession.events(1).getFirst());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(answer.body()).contains("PostgreSQL");
        assertThat(sink.get("/health").body()).isEqualTo("{\"ok\":false,\"database\":false}");
    }

    @Test
    void aDatabaseThatSaysNothingIsNotWaitedForForEver() {
        CloudEvent event = RecordedSession.events(2).getLast();
        assertThat(post(event).statusCode()).isEqualTo(204);
        proxy.become(State.SILENT);

        HttpResponse<String> answer = post(event);

        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void theSinkGoesOnOnceTheDatabaseIsBackAfterEachWayToFail() {
        for (State state : State.values()) {
            proxy.become(state);
            post(RecordedSession.events(1).get(3));
            proxy.become(State.WELL);

            assertThat(untilAcknowledged(RecordedSession.events(1).get(3)))
                    .as("after %s", state)
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void whateverWasAcknowledgedWhileTheDatabaseCameAndWentIsInTheTables() throws Exception {
        List<CloudEvent> events = RecordedSession.events(4);
        Set<String> acknowledged = new HashSet<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (CloudEvent event : events) {
                answers.add(senders.submit(() -> post(event).statusCode() == 204));
            }
            for (State state : List.of(State.GONE, State.WELL, State.SILENT, State.WELL, State.GONE, State.WELL)) {
                TimeUnit.MILLISECONDS.sleep(300);
                proxy.become(state);
            }
            for (int i = 0; i < events.size(); i++) {
                if (answers.get(i).get(60, TimeUnit.SECONDS)) {
                    acknowledged.add(events.get(i).getId());
                }
            }
        }
        Set<String> stored = new HashSet<>();
        database.rows("select id from oceanid.inbox").forEach(row -> stored.add(String.valueOf(row.get("id"))));

        assertThat(acknowledged).isNotEmpty();
        assertThat(stored).containsAll(acknowledged);

        events.forEach(this::untilAcknowledged);
        TestDatabase clean = TestDatabase.create();
        try (SinkParts parts = SinkParts.on(clean)) {
            events.forEach(
                    event -> parts.intake().accept(List.of(event), Origin.EVENT).block());
        }
        assertThat(Tables.of(database).differencesTo(Tables.of(clean))).isEmpty();
    }

    private Duration untilAcknowledged(CloudEvent event) {
        long start = System.nanoTime();
        while (post(event).statusCode() != 204) {
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            if (passed.toSeconds() > 30) {
                return passed;
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private HttpResponse<String> post(CloudEvent event) {
        HttpMessage message = CloudEventCodec.encodeStructured(event);
        return sink.post("/", Map.copyOf(message.headers()), message.body());
    }
}
