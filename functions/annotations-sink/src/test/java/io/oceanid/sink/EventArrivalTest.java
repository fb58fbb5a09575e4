package io.oceanid.sink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.SentEvent.HeaderCase;
import io.oceanid.sink.testing.SentEvent.Mode;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawHttp.Answer;
import io.oceanid.support.testing.RawRequest;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class EventArrivalTest {

    /** Umlauts, combining marks, a family joined of five code points, a letter beyond the BMP, all kinds of quotes. */
    private static final String TEXT = "Fähre „Äße\u0301“ 👩‍👩‍👧 𝔘 n\u0303 <&> 日本";

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink = TestSink.start(database.url());

    @BeforeEach
    void empty() {
        database.empty();
    }

    static Stream<Arguments> modesAndSpellings() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(HeaderCase.values())
                        .flatMap(spelling -> Stream.of("", "; charset=utf-8", ";charset=\"UTF-8\"")
                                .map(charset -> Arguments.of(mode, spelling, charset))));
    }

    @ParameterizedTest
    @MethodSource("modesAndSpellings")
    void anEventArrivesWholeInEveryModeAndSpelling(Mode mode, HeaderCase spelling, String charset) {
        SentEvent event = SentEvent.annotation(
                42, "\"" + TEXT + "\"", TEXT.codePointCount(0, TEXT.length()), "0.12345678901234567890123456789");

        assertTaken(RawHttp.exchange(sink.port(), event.post(mode, spelling, charset)));

        assertThat(database.rows("select source, id, type, time::text, mended from oceanid.inbox"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsExactly(
                                SentEvent.SOURCE, "annotation-42", event.type(), "2026-01-02 03:04:06+00", "f"));
        assertThat(database.rows("select text, labels[1] as label, offset_mismatch, raw->>'score' as score,"
                        + " raw->'value'->>'text' as raw_text from oceanid.region"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsExactly(TEXT, TEXT, "f", "0.12345678901234567890123456789", TEXT));
        assertThat(database.value("select title from oceanid.project")).isEqualTo(TEXT);
        assertThat(database.value("select data->>'text' from oceanid.task")).isEqualTo(TEXT);
        assertThat(database.value("select count(*) from oceanid.project where raw::text like '%t0ps3cret%'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatPostgresCannotStoreIsReplacedCodePointForCodePoint(Mode mode) {
        String quoted = "\"a\\u0000b\\ud83dc\\udc4d d\\ud83d\\ude00\"";
        SentEvent event = SentEvent.annotation(42, quoted, 9, "1");

        assertTaken(RawHttp.exchange(sink.port(), event.post(mode, HeaderCase.LOWER, "")));

        assertThat(database.value("select mended from oceanid.inbox")).isEqualTo("t");
        assertThat(database.value("select text from oceanid.region")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD d😀");
        assertThat(database.value("select offset_mismatch from oceanid.region")).isEqualTo("f");
        assertThat(database.value("select span_end from oceanid.region")).isEqualTo("9");
    }

    @Test
    void aBatchOfAThousandIsStoredWhole() {
        String batch = LongStream.rangeClosed(1, 1_000)
                .mapToObj(id -> SentEvent.annotation(id, TEXT).envelope())
                .collect(Collectors.joining(",", "[", "]"));

        assertTaken(RawHttp.exchange(sink.port(), batch(batch)));

        assertThat(database.value("select count(*) from oceanid.inbox")).isEqualTo("1000");
        assertThat(database.value("select count(*) from oceanid.region")).isEqualTo("1000");
    }

    @Test
    void anEmptyBatchIsTaken() {
        assertTaken(RawHttp.exchange(sink.port(), batch("[]")));

        assertThat(database.count("inbox")).isZero();
    }

    @Test
    void aBodyInChunksIsStoredWhole() {
        SentEvent event = SentEvent.annotation(42, TEXT);

        assertTaken(RawHttp.exchange(sink.port(), event.binary().chunked(event.bytes(), 7)));

        assertThat(database.value("select text from oceanid.region")).isEqualTo(TEXT);
    }

    @Test
    void aBodyThatComesByteByByteIsStoredWhole() {
        byte[] request = SentEvent.annotation(42, TEXT).post().bytes();
        try (RawHttp connection = RawHttp.connect(sink.port())) {
            for (byte b : request) {
                connection.send(new byte[] {b});
            }
            assertTaken(connection.answer());
        }

        assertThat(database.value("select text from oceanid.region")).isEqualTo(TEXT);
    }

    @Test
    void aSenderThatAsksBeforeItSendsTheBodyIsToldToGoOn() {
        SentEvent event = SentEvent.annotation(42, TEXT);
        try (RawHttp connection = RawHttp.connect(sink.port())) {
            connection.send(event.binary()
                    .header("Expect", "100-continue")
                    .header("Content-Length", String.valueOf(event.bytes().length))
                    .end()
                    .bytes());
            assertThat(connection.anyAnswer().status()).isEqualTo(100);
            connection.send(event.bytes());
            assertTaken(connection.answer());
        }

        assertThat(database.value("select text from oceanid.region")).isEqualTo(TEXT);
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() {
        try (RawHttp connection = RawHttp.connect(sink.port())) {
            connection.send(SentEvent.annotation(1, TEXT).post().bytes());
            connection.send(RawRequest.post("/nowhere").body("").bytes());
            connection.send(SentEvent.annotation(2, TEXT).post().bytes());

            assertTaken(connection.answer());
            AnswerAssert.assertThat(connection.answer()).isProblem(404);
            assertTaken(connection.answer());
        }

        assertThat(database.count("inbox")).isEqualTo(2);
    }

    @Test
    void attributesArePercentDecodedInBinaryMode() {
        SentEvent event = SentEvent.annotation(42, TEXT);

        assertTaken(RawHttp.exchange(
                sink.port(),
                event.binary()
                        .header("Ce-Subject", "annotations/%C3%A4%20%F0%9F%9A%A2%25")
                        .header("Ce-Partitionkey", "projects%2F3")
                        .body(event.data())));

        assertThat(database.value("select subject from oceanid.inbox")).isEqualTo("annotations/ä 🚢%");
    }

    @Test
    void anEnvelopeIsReadInTheCharsetItIsSentIn() {
        SentEvent event = SentEvent.annotation(42, "Fähre");

        assertTaken(RawHttp.exchange(
                sink.port(),
                RawRequest.post("/")
                        .header("content-type", "application/cloudevents+json; charset=ISO-8859-1")
                        .body(event.envelope().getBytes(ISO_8859_1))));

        assertThat(database.value("select text from oceanid.region")).isEqualTo("Fähre");
    }

    @Test
    void headersOfAnEventAreNotLookedAtWhereItsContentTypeSaysStructured() {
        SentEvent event = SentEvent.annotation(42, TEXT);

        assertTaken(RawHttp.exchange(
                sink.port(),
                RawRequest.post("/")
                        .header("content-type", "application/cloudevents+json")
                        .header("ce-specversion", "1.0")
                        .header("ce-id", "another")
                        .header("ce-type", "another")
                        .body(event.envelope())));

        assertThat(database.value("select id from oceanid.inbox")).isEqualTo(event.id());
    }

    @Test
    void aQueryDoesNotMatter() {
        SentEvent event = SentEvent.annotation(42, TEXT);

        assertTaken(RawHttp.exchange(
                sink.port(),
                RawRequest.post("/?x&spring.cloud.function.definition=webhook")
                        .header("content-type", "application/cloudevents+json")
                        .body(event.envelope())));

        assertThat(database.value("select id from oceanid.inbox")).isEqualTo(event.id());
    }

    @Test
    void anEventThatComesAgainIsTakenAndChangesNothing() {
        RawRequest request = SentEvent.annotation(42, TEXT).post();

        assertTaken(RawHttp.exchange(sink.port(), request));
        assertTaken(RawHttp.exchange(sink.port(), request));

        assertThat(database.count("inbox")).isEqualTo(1);
    }

    private static RawRequest batch(String events) {
        return RawRequest.post("/")
                .header("Content-Type", "application/cloudevents-batch+json")
                .body(events);
    }

    private static void assertTaken(Answer answer) {
        AnswerAssert.assertThat(answer).isTaken();
    }
}
