package io.oceanid.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class EventRefusalTest {

    private static final SentEvent EVENT = SentEvent.annotation(42, "Fähre");
    private static final int TWENTY_MEGABYTES = 20_000_000;

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink = TestSink.start(database.url());

    @AfterEach
    void nothingWasStored() {
        assertThat(database.count("inbox") + database.count("quarantine")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application/json         | [1, 2]
        application/json         | 17
        application/json         | null
        text/plain               | Hallo
        application/octet-stream | \u0001\u0002
        application/json         | {"half":
        """)
    void anEventOfATypeThatTheCatalogueLacksIsRefusedWhateverItsData(String contentType, String data) {
        post(RawRequest.post("/")
                        .header("ce-specversion", "1.0")
                        .header("ce-id", "1")
                        .header("ce-source", "/test")
                        .header("ce-type", "com.example.other")
                        .header("content-type", contentType)
                        .body(data))
                .isProblem(400)
                .naming("type")
                .saying("com.example.other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"data\":[1,2]",
                "\"data\":\"Hallo\",\"datacontenttype\":\"text/plain\"",
                "\"data_base64\":\"AAEC\",\"datacontenttype\":\"image/png\"",
                "\"data\":null",
                "\"subject\":\"without data\""
            })
    void aStructuredEventOfATypeThatTheCatalogueLacksIsRefusedWhateverItsData(String member) {
        structured("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/test\",\"type\":\"com.example.other\"," + member
                        + "}")
                .isProblem(400)
                .naming("type");
    }

    @Test
    void aTypeOfAnyLengthIsShownInPart() {
        String type = "x".repeat(100_000);
        var answer = RawHttp.exchange(
                sink.port(),
                RawRequest.post("/")
                        .header("content-type", "application/cloudevents+json")
                        .body(new SentEvent("1", type, "{}").envelope()));

        AnswerAssert.assertThat(answer).isProblem(400).naming("type");
        assertThat(answer.body()).hasSizeLessThan(500);
    }

    @Test
    void dataThatAreNotWhatTheSchemaSaysAreRefusedByTheirPath() {
        post(new SentEvent("1", EVENT.type(), "{\"annotation\":{\"id\":\"x\"}}").post())
                .isProblem(400)
                .naming("annotation.project");
    }

    @Test
    void oneBadEventOfABatchIsNamedAndNoneIsStored() {
        batch("[" + EVENT.envelope() + "," + new SentEvent("2", "com.example.other", "{}").envelope() + "]")
                .isProblem(400)
                .naming("[1].type");
        batch("[" + EVENT.envelope() + ",{\"specversion\":\"1.0\",\"id\":\"\"}]")
                .isProblem(400)
                .naming("[1].id");
        batch("[" + EVENT.envelope() + ",17]").isProblem(400).naming("[1]");
    }

    @Test
    void anEventFormatOtherThanJsonIsRefused() {
        post(RawRequest.post("/")
                        .header("Content-Type", "application/cloudevents+avro")
                        .body("Obj"))
                .isProblem(415)
                .saying("application/cloudevents+json");
    }

    @Test
    void aCompressedBodyIsRefused() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(EVENT.bytes());
        }

        post(EVENT.binary().header("Content-Encoding", "gzip").body(compressed.toByteArray()))
                .isProblem(415)
                .naming("content-encoding");
        post(RawRequest.post("/webhook")
                        .header("content-type", "application/json")
                        .header("content-encoding", "gzip")
                        .body(compressed.toByteArray()))
                .isProblem(415)
                .naming("content-encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/event-stream",
                "application/json",
                "text/plain"
            })
    void aBodyThatIsNoEventIsRefusedWhateverItIsCalled(String contentType) {
        RawRequest request = RawRequest.post("/").header("Content-Type", contentType);
        // the one header of an event that every request here has makes it one that lacks the rest
        post(request.body("a=b&c=d")).isProblem(400).naming("specversion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "application/", "a/b/c", "application/json, application/json"})
    void aContentTypeThatIsNoneIsRefused(String contentType) {
        post(EVENT.binary(contentType)).isProblem(400).naming("content-type");
    }

    @Test
    void anEventWithinAnEventIsDataAndNoEvent() {
        String inner = SentEvent.annotation(43, "smuggled").envelope();
        structured("""
            {"specversion":"1.0","id":"outer","source":"/test","type":"%s",
            "datacontenttype":"application/cloudevents+json","data":%s}\
            """.formatted(EVENT.type(), inner)).isProblem(400).naming("annotation");
        structured("""
            {"specversion":"1.0","id":"outer","source":"/test","type":"%s",
            "datacontenttype":"application/cloudevents-batch+json","data":[%s]}\
            """.formatted(EVENT.type(), inner)).isProblem(400).naming("data");
    }

    @Test
    void anAttributeGivenTwiceIsRefused() {
        post(EVENT.binary().header("ce-id", "another").body(EVENT.data()))
                .isProblem(400)
                .naming("id");
        post(EVENT.binary().header("CE-ID", "another").body(EVENT.data()))
                .isProblem(400)
                .naming("id");
        post(EVENT.binary().header("Content-Type", "text/plain").body(EVENT.data()))
                .isProblem(400)
                .naming("content-type");
    }

    @Test
    void anEventWithoutABodyIsRefused() {
        post(EVENT.binary().end()).isProblem(400).naming("data");
        post(EVENT.binary().body("")).isProblem(400).naming("data");
        structured("").isProblem(400);
        batch("").isProblem(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "1", "1.1", "2.0", "%31.0x"})
    void anEventOfAnotherVersionIsRefused(String version) {
        post(RawRequest.post("/")
                        .header("ce-specversion", version)
                        .header("ce-id", "1")
                        .header("ce-source", "/test")
                        .header("ce-type", EVENT.type())
                        .header("content-type", "application/json")
                        .body(EVENT.data()))
                .isProblem(400)
                .naming("specversion");
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefused() {
        post(EVENT.binary().body(new byte[TWENTY_MEGABYTES])).isProblem(413);
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() {
        post(EVENT.binary().chunked(new byte[TWENTY_MEGABYTES], 65_536)).isProblem(413);
        post(RawRequest.post("/webhook").chunked(new byte[TWENTY_MEGABYTES], 65_536))
                .isProblem(413);
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefusedBeforeItIsSent() {
        post(EVENT.binary()
                        .header("Expect", "100-continue")
                        .header("Content-Length", String.valueOf(TWENTY_MEGABYTES))
                        .end())
                .isProblem(413);
    }

    private AnswerAssert structured(String event) {
        return post(RawRequest.post("/")
                .header("Content-Type", "application/cloudevents+json")
                .body(event));
    }

    private AnswerAssert batch(String events) {
        return post(RawRequest.post("/")
                .header("Content-Type", "application/cloudevents-batch+json")
                .body(events));
    }

    private AnswerAssert post(RawRequest request) {
        return AnswerAssert.assertThat(RawHttp.exchange(sink.port(), request));
    }
}
