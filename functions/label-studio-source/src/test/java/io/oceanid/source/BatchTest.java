package io.oceanid.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.events.labelstudio.LabelStudioEvent.TasksSaved;
import io.oceanid.events.labelstudio.Task;
import io.oceanid.source.testing.Behaviour;
import io.oceanid.source.testing.FakeBroker;
import io.oceanid.source.testing.TestSource;
import io.oceanid.source.testing.Webhooks;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.RawHttp.Answer;
import io.oceanid.support.testing.RawRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Much at once. */
@TestInstance(Lifecycle.PER_CLASS)
class BatchTest {

    private static final int LIMIT = 256 * 1024;

    private final FakeBroker broker = FakeBroker.start();
    private final TestSource source = TestSource.patient(broker.url(), "--oceanid.source.posts-at-once=4");

    @BeforeEach
    void forget() {
        broker.forget();
    }

    @AfterAll
    void stop() {
        source.close();
        broker.close();
    }

    @Test
    void anImportOfFiveThousandTasksPassesInAFewEvents() {
        byte[] webhook = Webhooks.tasks(5_000);
        assertThat(webhook).hasSizeGreaterThan(2_000_000);

        AnswerAssert.assertThat(source.send(webhook)).isTaken();

        assertThat(broker.posts())
                .hasSizeBetween(8, 14)
                .allSatisfy(post -> assertThat(post.body()).hasSizeLessThan(LIMIT));
        assertThat(taskIds(broker.events()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 5_000).boxed().toList());
    }

    @Test
    void itsEventsGoOutAFewAtATime() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        broker.behave(Behaviour.answering(202).heldBy(held));

        FutureTask<Answer> sent = new FutureTask<>(() -> source.send(Webhooks.tasks(5_000)));
        Thread.ofVirtual().start(sent);
        Eventually.holds(() -> assertThat(broker.posts()).hasSize(4));
        AnswerAssert.assertThat(source.exchange(RawRequest.of("PUT", "/webhook").end()))
                .isProblem(405);
        assertThat(broker.posts()).hasSize(4);
        held.countDown();

        AnswerAssert.assertThat(sent.get()).isTaken();
        assertThat(broker.posts()).hasSizeGreaterThan(8);
    }

    @Test
    void anEventThatIsRefusedKeepsNoOtherBackAndIsTold() {
        ConcurrentHashMap<String, Boolean> refused = new ConcurrentHashMap<>();
        broker.behave(Behaviour.answering(400)
                .forThose(
                        post -> refused.isEmpty()
                                && refused.put(post.headers().getOrDefault("ce-id", ""), true) == null,
                        Behaviour.answering(202)));

        Answer answer = source.send(Webhooks.tasks(5_000));

        int events = broker.posts().size();
        AnswerAssert.assertThat(answer)
                .isProblem(503)
                .saying("the broker took %d of %d events: for projects-".formatted(events - 1, events))
                .saying("it answered 400");
        assertThat(taskIds(broker.events())).hasSize(5_000);
    }

    @Test
    void whatTheBrokerTookWithinTheBudgetIsCounted() {
        try (TestSource hurried =
                TestSource.patient(broker.url(), "--oceanid.source.budget=4s", "--oceanid.source.posts-at-once=1")) {
            broker.behave(
                    Behaviour.answering(202).times(2, Behaviour.answering(202).after(Duration.ofSeconds(60))));

            AnswerAssert.assertThat(hurried.send(Webhooks.tasks(2_000)))
                    .isProblem(503)
                    .saying("the broker took 2 of ")
                    .saying("it did not answer in time");
        }
    }

    @Test
    void manyWebhooksAtOnceAreEachTakenOnce() throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 300)
                    .mapToObj(id -> senders.submit(
                            () -> source.send(id % 50 == 0 ? Webhooks.tasks(200 + id) : Webhooks.annotation(id))))
                    .toList();
            for (Future<Answer> answer : answers) {
                AnswerAssert.assertThat(answer.get()).isTaken();
            }
        }

        assertThat(broker.events()).extracting(CloudEvent::getId).doesNotHaveDuplicates();
        assertThat(broker.events())
                .extracting(CloudEvent::getSubject)
                .contains(IntStream.range(0, 300)
                        .filter(id -> id % 50 != 0)
                        .mapToObj(id -> "annotations/" + id)
                        .toArray(String[]::new));
        assertThat(broker.connections()).isLessThanOrEqualTo(32);
    }

    private static List<Long> taskIds(List<CloudEvent> events) {
        return events.stream()
                .flatMap(event -> ((TasksSaved) LabelStudioEvent.read(event.getType(), LabelStudioEvent.dataOf(event)))
                        .tasks().stream())
                .map(Task::id)
                .toList();
    }
}
