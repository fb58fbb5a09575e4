package io.oceanid.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A sink that takes 60,000 bytes of one body, and 100,000 of all: two large ones do not fit. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SinkAdmissionTest {

    private static final int LARGE = 60_000;

    /** Stands four times in its event. */
    private static final String LARGE_TEXT = "x".repeat(LARGE / 4 - 200);

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink = TestSink.start(
            database.url(), "--oceanid.sink.max-body=" + LARGE + "B", "--oceanid.sink.max-in-flight=100000B");

    @AfterEach
    void allRoomIsGivenBack() {
        Eventually.holds(() -> AnswerAssert.assertThat(RawHttp.exchange(sink.port(), large(99)))
                .isTaken());
    }

    @Test
    void whatDoesNotFitBesideTheRestIsToldToComeAgain() {
        SentEvent first = SentEvent.annotation(1, LARGE_TEXT);
        try (RawHttp connection = RawHttp.connect(sink.port())) {
            connection.send(first.binary()
                    .header("Expect", "100-continue")
                    .header("Content-Length", String.valueOf(first.bytes().length))
                    .end()
                    .bytes());
            assertThat(connection.anyAnswer().status()).isEqualTo(100);

            AnswerAssert.assertThat(RawHttp.exchange(sink.port(), large(2)))
                    .isProblem(429)
                    .hasHeader("retry-after", "1");
            AnswerAssert.assertThat(RawHttp.exchange(
                            sink.port(), RawRequest.post("/webhook").chunked(new byte[LARGE], 1_000)))
                    .isProblem(429);
            AnswerAssert.assertThat(RawHttp.exchange(
                            sink.port(), SentEvent.annotation(3, "small").post()))
                    .isTaken();

            AnswerAssert.assertThat(connection.send(first.bytes()).answer()).isTaken();
        }
    }

    @Test
    void aRefusedEventGivesItsRoomBack() {
        RawRequest invalid = SentEvent.annotation(1, "x").binary().body("x".repeat(LARGE));
        for (int i = 0; i < 5; i++) {
            AnswerAssert.assertThat(RawHttp.exchange(sink.port(), invalid)).isProblem(400);
        }
    }

    @Test
    void aBodyBeyondItsLimitGivesItsRoomBack() {
        for (int i = 0; i < 5; i++) {
            AnswerAssert.assertThat(
                            RawHttp.exchange(sink.port(), RawRequest.post("/").body("x".repeat(LARGE + 1))))
                    .isProblem(413);
            AnswerAssert.assertThat(
                            RawHttp.exchange(sink.port(), RawRequest.post("/").chunked(new byte[LARGE + 1], 1_000)))
                    .isProblem(413);
        }
    }

    @Test
    void aSenderThatHangsUpGivesItsRoomBackAndIsNoErrorOfOurs(CapturedOutput output) {
        byte[] request = large(1).bytes();
        for (int i = 0; i < 3; i++) {
            try (RawHttp connection = RawHttp.connect(sink.port())) {
                connection.send(firstHalf(request));
            }
            Eventually.holds(() -> AnswerAssert.assertThat(RawHttp.exchange(sink.port(), large(2)))
                    .isTaken());
            RawHttp.connect(sink.port()).send(firstHalf(request)).reset();
            Eventually.holds(() -> AnswerAssert.assertThat(RawHttp.exchange(sink.port(), large(2)))
                    .isTaken());
        }
        assertThat(output).doesNotContain("ERROR");
    }

    private static RawRequest large(long id) {
        return SentEvent.annotation(id, LARGE_TEXT).post();
    }

    private static byte[] firstHalf(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
