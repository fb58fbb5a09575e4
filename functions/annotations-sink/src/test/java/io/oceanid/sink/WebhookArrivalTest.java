package io.oceanid.sink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Label Studio sends a webhook once, so whatever it is has to end in rows or in quarantine. */
@TestInstance(Lifecycle.PER_CLASS)
class WebhookArrivalTest {

    private static final String WEBHOOK = """
        {"action":"PROJECT_UPDATED","project":{"id":3,"updated_at":"2026-01-02T03:04:05Z","title":"Fähre 🚢","token":"t0ps3cret"}}\
        """;

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink = TestSink.start(database.url());

    @BeforeEach
    void empty() {
        database.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON;charset=UTF-8",
                "application/vnd.example+json",
                "application/cloudevents+json",
                "application/cloudevents-batch+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "text/event-stream",
                "not a media type",
                "",
                "ä"
            })
    void aWebhookIsReadWhateverItIsCalled(String contentType) {
        take(RawRequest.post("/webhook").header("Content-Type", contentType).body(WEBHOOK));

        assertThat(database.value("select title from oceanid.project")).isEqualTo("Fähre 🚢");
    }

    @Test
    void aWebhookWithoutAContentTypeIsRead() {
        take(RawRequest.post("/webhook").body(WEBHOOK));

        assertThat(database.value("select title from oceanid.project")).isEqualTo("Fähre 🚢");
    }

    static Stream<Named<byte[]>> encodings() {
        return Stream.of(
                Named.of("UTF-8 with a byte order mark", ("\uFEFF" + WEBHOOK).getBytes(UTF_8)),
                Named.of("UTF-16 with a byte order mark", WEBHOOK.getBytes(UTF_16)),
                Named.of("UTF-16, big end first", WEBHOOK.getBytes(UTF_16BE)),
                Named.of("UTF-16, little end first", WEBHOOK.getBytes(UTF_16LE)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void aWebhookIsReadInEveryEncodingOfUnicode(byte[] body) {
        take(RawRequest.post("/webhook")
                .header("Content-Type", "application/json")
                .body(body));

        assertThat(database.value("select title from oceanid.project")).isEqualTo("Fähre 🚢");
    }

    static Stream<Named<byte[]>> unreadable() {
        return Stream.of(
                Named.of("nothing", new byte[0]),
                Named.of("no JSON", "action=PROJECT_UPDATED".getBytes(UTF_8)),
                Named.of("half of it", WEBHOOK.substring(0, 40).getBytes(UTF_8)),
                Named.of("an array", "[{\"action\":\"PROJECT_UPDATED\"},{}]".getBytes(UTF_8)),
                Named.of("an empty array", "[]".getBytes(UTF_8)),
                Named.of("a string", "\"PROJECT_UPDATED\"".getBytes(UTF_8)),
                Named.of("a number", "17".getBytes(UTF_8)),
                Named.of("null", "null".getBytes(UTF_8)),
                Named.of("lines", "{\"action\":\"A\"}\r\n{\"action\":\"B\"}\n".getBytes(UTF_8)),
                Named.of("no action", "{\"project\":{\"id\":3}}".getBytes(UTF_8)),
                Named.of("Latin-1", "{\"action\":\"PROJECT_UPDATED\",\"x\":\"ä\"}".getBytes(ISO_8859_1)),
                Named.of("every byte", everyByte()));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsKeptByteForByte(byte[] body) {
        take(RawRequest.post("/webhook")
                .header("Content-Type", "application/vnd.example+json")
                .body(body));

        assertThat(database.rows("select encode(bytes, 'hex') as bytes, content_type from oceanid.quarantine"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsExactly(HexFormat.of().formatHex(body), "application/vnd.example+json"));
        assertThat(database.count("inbox")).isZero();
    }

    @Test
    void aBodyThatIsNotThereIsKeptToo() {
        take(RawRequest.post("/webhook").end());

        assertThat(database.count("quarantine")).isEqualTo(1);
    }

    @Test
    void secretsInWhatCannotBeReadAreBlottedOut() {
        take(RawRequest.post("/webhook").body(WEBHOOK.substring(0, WEBHOOK.length() - 1)));

        assertThat(database.value("select convert_from(bytes, 'UTF8') from oceanid.quarantine"))
                .isEqualTo(
                        "{\"action\":\"PROJECT_UPDATED\",\"project\":{\"id\":3,\"updated_at\":\"2026-01-02T03:04:05Z\",\"title\":\"Fähre"
                            + " 🚢\",\"token\":\"[redacted]\"}");
    }

    @Test
    void anActionThatNobodyKnowsIsKeptAsAnEventAndInQuarantine() {
        take(RawRequest.post("/webhook").body("{\"action\":\"COFFEE_MADE\",\"cups\":1.50}"));

        assertThat(database.count("inbox")).isEqualTo(1);
        assertThat(database.value("select convert_from(bytes, 'UTF8') from oceanid.quarantine"))
                .contains("\"cups\":1.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhook/", "/webhook/?x=1", "/webhook?functions=events"})
    void aPastedUrlMayEndWithASlashOrAQuery(String target) {
        take(RawRequest.post(target).header("Content-Type", "application/json").body(WEBHOOK));

        assertThat(database.value("select title from oceanid.project")).isEqualTo("Fähre 🚢");
    }

    @Test
    void aLargeWebhookIsStoredWhole() {
        String note = "Fähre ".repeat(500_000);
        take(RawRequest.post("/webhook")
                .header("Content-Type", "application/json")
                .body(WEBHOOK.replace("Fähre 🚢", note)));

        assertThat(database.value("select title from oceanid.project")).isEqualTo(note);
    }

    private void take(RawRequest webhook) {
        AnswerAssert.assertThat(RawHttp.exchange(sink.port(), webhook)).isTaken();
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
