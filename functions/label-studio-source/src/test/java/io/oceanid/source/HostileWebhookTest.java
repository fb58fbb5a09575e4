package io.oceanid.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.catalogue.EventType;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.source.testing.FakeBroker;
import io.oceanid.source.testing.TestSource;
import io.oceanid.source.testing.Webhooks;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever comes, the answer says what it is, and the next webhook is taken. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class HostileWebhookTest {

    private static final String WEBHOOK = "{\"action\":\"PROJECT_UPDATED\",\"project\":{\"id\":3,"
            + "\"updated_at\":\"2026-01-02T03:04:05Z\",\"title\":\"Fähre 🚢\",\"token\":\"t0ps3cret\"}}";

    private final FakeBroker broker = FakeBroker.start();
    private final TestSource source =
            TestSource.patient(broker.url(), "--oceanid.source.max-body=4MB", "--oceanid.source.max-in-flight=4MB");

    @BeforeEach
    void forget() {
        broker.forget();
    }

    @AfterEach
    void theNextOneIsTakenAndNothingLeaks(CapturedOutput output) {
        broker.forget();
        // a body that takes all the room there is
        AnswerAssert.assertThat(source.send(Webhooks.tasks(8_000))).isTaken();
        assertThat(broker.posts()).isNotEmpty();
        assertThat(output).doesNotContain("t0ps3cret").doesNotContain("LEAK", "ERROR", "\tat ");
    }

    @AfterAll
    void stop() {
        source.close();
        broker.close();
    }

    static Stream<Named<byte[]>> unreadable() {
        return Stream.of(
                Named.of("nothing", new byte[0]),
                Named.of("blanks", " \r\n\t".getBytes(UTF_8)),
                Named.of("no JSON", "action=PROJECT_UPDATED".getBytes(UTF_8)),
                Named.of(
                        "half of it", WEBHOOK.substring(0, WEBHOOK.length() - 1).getBytes(UTF_8)),
                Named.of("an array", ("[" + WEBHOOK + "]").getBytes(UTF_8)),
                Named.of("a string", "\"PROJECT_UPDATED\"".getBytes(UTF_8)),
                Named.of("null", "null".getBytes(UTF_8)),
                Named.of("two", (WEBHOOK + WEBHOOK).getBytes(UTF_8)),
                Named.of("no action", "{\"project\":{\"id\":3}}".getBytes(UTF_8)),
                Named.of("an action that is none", "{\"action\":7,\"project\":{\"id\":3}}".getBytes(UTF_8)),
                Named.of("a key twice", "{\"action\":\"A\",\"action\":\"B\"}".getBytes(UTF_8)),
                Named.of("Latin-1", WEBHOOK.replace("🚢", "").getBytes(ISO_8859_1)),
                Named.of("UTF-16", WEBHOOK.getBytes(UTF_16)),
                Named.of("a NUL behind", (WEBHOOK + "\0").getBytes(UTF_8)),
                Named.of("a raw NUL within", WEBHOOK.replace("Fähre", "\0").getBytes(UTF_8)),
                Named.of("nothing but NUL", new byte[100_000]),
                Named.of("depth", deep(100_000)),
                Named.of("a little depth", deep(490)),
                Named.of("a number that is none", "{\"action\":\"A\",\"x\":1e9999999999}".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoWebhookIsRefusedAndTold(byte[] body, CapturedOutput output) {
        AnswerAssert.assertThat(source.send(body)).isProblem(400).naming("body");

        assertThat(broker.posts()).isEmpty();
        assertThat(output).contains("a webhook was turned away with 400");
    }

    @Test
    void aNulThatIsEscapedTravelsOn() {
        AnswerAssert.assertThat(source.send(WEBHOOK.replace("Fähre", "\\u0000\\ud800")))
                .isTaken();

        assertThat(broker.events())
                .singleElement()
                .satisfies(event -> assertThat(LabelStudioEvent.dataOf(event)
                                .at("/project/title")
                                .asString())
                        .startsWith("\0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000})
    void aBodyInChunksIsRead(int size) {
        AnswerAssert.assertThat(source.exchange(TestSource.webhook().chunked(WEBHOOK.getBytes(UTF_8), size)))
                .isTaken();

        assertThat(broker.events()).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo(EventType.PROJECT_UPDATED.type());
            assertThat(LabelStudioEvent.dataOf(event).at("/project/title").asString())
                    .isEqualTo("Fähre 🚢");
        });
    }

    @Test
    void aBodyThatComesByteByByteIsRead() {
        try (RawHttp connection = RawHttp.connect(source.port())) {
            for (byte b : TestSource.webhook().body(WEBHOOK).bytes()) {
                connection.send(new byte[] {b});
            }

            AnswerAssert.assertThat(connection.answer()).isTaken();
        }
        assertThat(broker.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "application/cloudevents-batch+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/event-stream",
                "not a media type"
            })
    void aWebhookIsReadWhateverItIsCalled(String contentType) {
        AnswerAssert.assertThat(source.exchange(RawRequest.post("/webhook")
                        .header("X-Webhook-Secret", TestSource.SECRET)
                        .header("Content-Type", contentType)
                        .header("ce-type", "io.oceanid.other")
                        .header("ce-id", "1")
                        .header("spring.cloud.function.definition", "other")
                        .body(WEBHOOK + "\n")))
                .isTaken();

        assertThat(broker.events())
                .singleElement()
                .satisfies(event -> assertThat(event.getType()).isEqualTo(EventType.PROJECT_UPDATED.type()));
    }

    @Test
    void aCompressedBodyIsRefused() {
        AnswerAssert.assertThat(source.exchange(
                        TestSource.webhook().header("Content-Encoding", "gzip").body(WEBHOOK)))
                .isProblem(415);
    }

    @Test
    void aHeaderThatIsHugeIsRefused() {
        int status = source.exchange(TestSource.webhook()
                        .header("X-Huge", "x".repeat(1_000_000))
                        .body(WEBHOOK))
                .status();

        assertThat(status).isBetween(400, 499);
        assertThat(broker.posts()).isEmpty();
    }

    @Test
    void aBodyBeyondItsLimitIsRefusedAnnouncedOrNot() {
        byte[] large = new byte[4 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) ' ');
        for (int i = 0; i < 3; i++) {
            AnswerAssert.assertThat(source.exchange(TestSource.webhook().body(large)))
                    .isProblem(413);
            AnswerAssert.assertThat(source.exchange(TestSource.webhook().chunked(large, 100_000)))
                    .isProblem(413);
        }
    }

    @Test
    void whatDoesNotFitBesideTheRestIsToldAtOnce() {
        try (RawHttp connection = RawHttp.connect(source.port())) {
            connection.send(TestSource.webhook()
                    .header("Expect", "100-continue")
                    .header("Content-Length", String.valueOf(4 * 1024 * 1024))
                    .end()
                    .bytes());
            assertThat(connection.anyAnswer().status()).isEqualTo(100);

            AnswerAssert.assertThat(source.send(WEBHOOK)).isProblem(429).hasHeader("retry-after", "1");
        }
        assertThat(broker.posts()).isEmpty();
    }

    private static byte[] deep(int levels) {
        return ("{\"action\":\"A\",\"x\":" + "[".repeat(levels) + "]".repeat(levels) + "}").getBytes(UTF_8);
    }
}
