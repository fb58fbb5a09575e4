package io.oceanid.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.source.testing.Behaviour;
import io.oceanid.source.testing.FakeBroker;
import io.oceanid.source.testing.TestSource;
import io.oceanid.source.testing.Webhooks;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.RawHttp.Answer;
import io.oceanid.support.testing.SilentServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Label Studio hears 2xx only if the broker has the event, and 503 within the budget if not. */
@TestInstance(Lifecycle.PER_CLASS)
class BrokerAnswersTest {

    private final FakeBroker broker = FakeBroker.start();
    private final TestSource source = TestSource.patient(broker.url());
    private final TestSource hurried = TestSource.start(broker.url());

    @AfterEach
    void theNextOneIsTaken() {
        broker.forget();
        AnswerAssert.assertThat(source.send(Webhooks.annotation(1))).isTaken();
        assertThat(broker.posts()).hasSize(1);
        broker.forget();
    }

    @AfterAll
    void stop() {
        source.close();
        hurried.close();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void whatItTakesIsTaken(int status) {
        broker.behave(Behaviour.saying(
                "HTTP/1.1 " + status + " OK\r\nce-id: x\r\n" + (status == 204 ? "\r\n" : "Content-Length: 0\r\n\r\n")));

        AnswerAssert.assertThat(source.send(Webhooks.annotation(7))).isTaken();

        assertThat(broker.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 413, 415})
    void whatItRefusesForGoodIsNotAskedAgain(int status) {
        broker.behave(Behaviour.answering(status));

        AnswerAssert.assertThat(source.send(Webhooks.annotation(7)))
                .isProblem(503)
                .saying("the broker took 0 of 1 events: for annotations-7-")
                .saying("(io.oceanid.labelstudio.annotation.updated.v1) it answered " + status);

        assertThat(broker.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 408, 409, 429, 500, 503})
    void whatItRefusesForNowIsAskedOnceMore(int status) {
        broker.behave(Behaviour.answering(status));

        AnswerAssert.assertThat(source.send(Webhooks.annotation(7)))
                .isProblem(503)
                .saying("it answered " + status);

        assertThat(broker.posts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 503})
    void aMomentOfWeaknessIsNoticedByNobody(int status) {
        broker.behave(Behaviour.answering(status).times(1, Behaviour.answering(202)));

        AnswerAssert.assertThat(source.send(Webhooks.annotation(7))).isTaken();

        assertThat(broker.events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getSubject()).isEqualTo("annotations/7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 20", "HTTP/1.1 202 Accepted\r\nContent-Le"})
    void aConnectionThatEndsIsReplacedByAnother(String begun) {
        broker.behave(Behaviour.hangingUpAfter(begun).times(1, Behaviour.answering(202)));

        AnswerAssert.assertThat(source.send(Webhooks.annotation(7))).isTaken();

        assertThat(broker.posts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 20", "HTTP/1.1 202 Accepted\r\nContent-Le"})
    void aBrokerThatHangsUpHasNotTakenIt(String begun) {
        broker.behave(Behaviour.hangingUpAfter(begun));

        AnswerAssert.assertThat(source.send(Webhooks.annotation(7)))
                .isProblem(503)
                .saying("it hung up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.9\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"})
    void whatIsNoHttpIsNoYes(String bytes) {
        broker.behave(Behaviour.saying(bytes));

        AnswerAssert.assertThat(source.send(Webhooks.annotation(7)))
                .isProblem(503)
                .saying("it answered with something that is no HTTP");
    }

    @Test
    void anAnswerThatComesByteByByteIsOneAllTheSame() {
        broker.behave(Behaviour.dripping(202, Duration.ofMillis(2)));

        AnswerAssert.assertThat(source.send(Webhooks.annotation(7))).isTaken();
    }

    @Test
    void aBrokerThatIsSlowIsNotWaitedFor() {
        broker.behave(Behaviour.answering(202).after(Duration.ofSeconds(5)));

        AnswerAssert.assertThat(hurried.send(Webhooks.annotation(7)))
                .isProblem(503)
                .hasHeader("retry-after", "5")
                .saying("it did not answer in time");
    }

    @Test
    void aBrokerThatNeverAnswersIsLeftAloneForAWhile() {
        broker.behave(Behaviour.answering(202).after(Duration.ofSeconds(60)));
        try (TestSource wary = TestSource.start(
                broker.url(), "--oceanid.source.broker.breaker-window=4", "--oceanid.source.broker.breaker-open=60s")) {
            for (int i = 1; i <= 4; i++) {
                assertThat(wary.send(Webhooks.annotation(i)).status()).isEqualTo(503);
            }
            int posts = broker.posts().size();

            assertThat(wary.send(Webhooks.annotation(5)).body()).contains("is not asked for now");
            assertThat(broker.posts()).hasSize(posts);
        }
    }

    @Test
    void norIsOneThatDrips() {
        broker.behave(Behaviour.dripping(202, Duration.ofMillis(100)));

        AnswerAssert.assertThat(hurried.send(Webhooks.annotation(7)))
                .isProblem(503)
                .saying("it did not answer in time");
    }

    @Test
    void aYesWhoseBodyIsCutOffIsOneAllTheSame() {
        broker.behave(Behaviour.hangingUpAfter("HTTP/1.1 202 Accepted\r\nContent-Length: 1000000\r\n\r\nx"));

        AnswerAssert.assertThat(source.send(Webhooks.annotation(7))).isTaken();
    }

    @Test
    void aBrokerThatTakesConnectionsAndNothingElseIsNotWaitedFor() {
        try (SilentServer silent = SilentServer.start();
                TestSource alone = TestSource.start("http://127.0.0.1:" + silent.port())) {
            AnswerAssert.assertThat(alone.send(Webhooks.annotation(7)))
                    .isProblem(503)
                    .saying("it did not answer in time");
        }
    }

    @Test
    void aBrokerThatIsNotThereCannotBeReached() {
        FakeBroker gone = FakeBroker.start();
        gone.close();
        try (TestSource alone = TestSource.patient(gone.url())) {
            AnswerAssert.assertThat(alone.send(Webhooks.annotation(7)))
                    .isProblem(503)
                    .saying("it cannot be reached");
            assertThat(alone.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aNameThatNobodyHasCannotBeReached() {
        try (TestSource alone = TestSource.patient("http://broker.invalid/")) {
            AnswerAssert.assertThat(alone.send(Webhooks.annotation(7))).isProblem(503);
        }
    }

    @Test
    void whoWouldWaitForTooManyIsToldAtOnce() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        broker.behave(Behaviour.answering(202).heldBy(held));
        try (TestSource narrow = TestSource.patient(
                        broker.url(), "--oceanid.source.broker.connections=1", "--oceanid.source.broker.pending=1");
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 5)
                    .mapToObj(id -> senders.submit(() -> narrow.send(Webhooks.annotation(id))))
                    .toList();
            Eventually.holds(
                    () -> assertThat(answers.stream().filter(Future::isDone)).hasSize(3));
            held.countDown();

            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
                if (answer.get().status() != 204) {
                    AnswerAssert.assertThat(answer.get()).isProblem(503).saying("it has too many waiting already");
                }
            }
            assertThat(statuses).containsExactlyInAnyOrder(204, 204, 503, 503, 503);
        }
    }

    @Test
    void connectionsAreKept() {
        int before = broker.connections();
        for (int i = 0; i < 20; i++) {
            AnswerAssert.assertThat(source.send(Webhooks.annotation(i))).isTaken();
        }

        assertThat(broker.connections() - before).isLessThanOrEqualTo(1);
    }
}
