package io.oceanid.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.source.testing.FakeBroker;
import io.oceanid.source.testing.TestSource;
import io.oceanid.source.testing.Webhooks;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawHttp.Answer;
import io.oceanid.support.testing.RawRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Label Studio signs nothing, so it is known by a secret; two of them will do while they are being exchanged. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SecretTest {

    private final FakeBroker broker = FakeBroker.start();
    private final TestSource source = TestSource.patient(
            broker.url(), "--WEBHOOK_SECRET=old-s3cret, new-s3cret", "--WEBHOOK_SECRET_HEADER=X-Harbour");

    @BeforeEach
    void forget() {
        broker.forget();
    }

    @AfterAll
    void stop() {
        source.close();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"old-s3cret", "new-s3cret"})
    void eachOfTheSecretsWillDo(String secret) {
        AnswerAssert.assertThat(
                        source.exchange(webhook().header("x-harbour", secret).body(Webhooks.annotation(1))))
                .isTaken();

        assertThat(broker.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wrong",
                "old-s3cre",
                "old-s3cret1",
                "OLD-S3CRET",
                "old-s3cret,new-s3cret",
                "old-s3cret, new-s3cret",
                "\"old-s3cret\"",
                ","
            })
    void nothingElseDoes(String secret) {
        assertIsRefused(source.exchange(webhook().header("X-Harbour", secret).body(Webhooks.annotation(1))));
    }

    @Test
    void norDoesNothing() {
        assertIsRefused(source.exchange(webhook().body(Webhooks.annotation(1))));
    }

    @Test
    void norTheRightOneUnderAnotherName() {
        assertIsRefused(source.exchange(
                webhook().header("X-Webhook-Secret", "old-s3cret").body(Webhooks.annotation(1))));
    }

    @Test
    void norTheRightOneBesideAWrongOne() {
        assertIsRefused(source.exchange(webhook()
                .header("X-Harbour", "wrong")
                .header("X-Harbour", "old-s3cret")
                .body(Webhooks.annotation(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhook/", "/webhook?x=1", "/webhook/?X-Harbour=old-s3cret"})
    void noSpellingOfThePathGoesPastTheDoor(String path) {
        assertIsRefused(source.exchange(RawRequest.post(path).body(Webhooks.annotation(1))));
    }

    @Test
    void theBodyIsNotWaitedFor() {
        try (RawHttp connection = RawHttp.connect(source.port())) {
            connection.send(webhook()
                    .header("Content-Length", "1000000")
                    .header("Expect", "100-continue")
                    .end()
                    .bytes());

            assertThat(connection.anyAnswer().status()).isEqualTo(401);
        }
    }

    @Test
    void theLogSaysSoNowAndThenAndNotWhatWasGiven(CapturedOutput output) {
        try (TestSource fresh = TestSource.patient(broker.url())) {
            for (int i = 0; i < 5; i++) {
                assertThat(fresh.exchange(webhook()
                                        .header("X-Webhook-Secret", "guess-" + i)
                                        .body(Webhooks.annotation(1)))
                                .status())
                        .isEqualTo(401);
            }
        }

        assertThat(output.getAll().lines().filter(line -> line.contains("without the right secret")))
                .hasSize(1);
        assertThat(output).doesNotContain("guess-").doesNotContain("s3cret");
    }

    @Test
    void healthIsOpenToWhoeverProbes() {
        assertThat(source.get("/health").body()).isEqualTo("{\"ok\":true}");
    }

    @Test
    void aSourceThatIsToAskNobodyAsksNobodyAndSaysSo(CapturedOutput output) {
        try (TestSource open = TestSource.patient(broker.url(), "--WEBHOOK_SECRET=", "--ACCESS_OFF=true")) {
            AnswerAssert.assertThat(open.exchange(webhook().body(Webhooks.annotation(1))))
                    .isTaken();
        }

        assertThat(output).contains("calls are taken from anybody");
    }

    private void assertIsRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("www-authenticate", "X-Harbour realm=\"oceanid\"");
        assertThat(answer.toString()).doesNotContain("s3cret");
        assertThat(broker.posts()).isEmpty();
    }

    private static RawRequest webhook() {
        return RawRequest.post("/webhook").header("Content-Type", "application/json");
    }
}
