package io.oceanid.sink.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLetterTest {

    private static final SentEvent EVENT = SentEvent.annotation(42, "Fähre");

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink = TestSink.start(database.url());

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void aDeadLetterIsKeptWholeWithWhatKnativeSaysOfIt() {
        take(letter(EVENT, "http://sink.example.org/", "500").body(EVENT.data()));

        assertThat(database.rows("select event_source, event_id, event_type, event_time::text, error_dest, error_code,"
                        + " error_data, content_type, reason, tries, replayed_at from oceanid.quarantine"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsExactly(
                                SentEvent.SOURCE,
                                EVENT.id(),
                                EVENT.type(),
                                "2026-01-02 03:04:06+00",
                                "http://sink.example.org/",
                                "500",
                                "out of memory",
                                "application/cloudevents+json",
                                "http://sink.example.org/ did not take it and answered 500",
                                "0",
                                null));
        assertThat(database.rows("select e ->> 'id' as id, e ->> 'knativeerrorcode' as code,"
                        + " e #>> '{data,project,title}' as title"
                        + " from (select convert_from(bytes, 'UTF8')::jsonb as e from oceanid.quarantine) q"))
                .containsExactly(Map.of("id", EVENT.id(), "code", "500", "title", "Fähre"));
        assertThat(database.count("inbox") + database.count("annotation")).isZero();
    }

    @Test
    void itsSecretsAreNotKept() {
        take(letter(EVENT, "http://sink.example.org/", "500").body(EVENT.data()));
        SentEvent broken = new SentEvent("b", "org.example.any", "{\"project\":{\"token\":\"t0ps3cret\"");
        take(letter(broken, "http://sink.example.org/", "400").body(broken.data()));
        SentEvent unknown = new SentEvent("u", "org.example.any", "{\"project\":{\"token\":\"t0ps3cret\"}}");
        take(letter(unknown, "http://sink.example.org/", "400").body(unknown.data()));

        assertThat(database.rows("select encode(bytes, 'escape') as bytes, encode(decode(coalesce(convert_from(bytes,"
                        + " 'UTF8')::jsonb ->> 'data_base64', ''), 'base64'), 'escape') as decoded from"
                        + " oceanid.quarantine"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.toString()).doesNotContain("t0ps3cret"));
    }

    @Test
    void theSameEventThatTheSameOneDidNotTakeIsOneRow() {
        take(letter(EVENT, "http://sink.example.org/", "500").body(EVENT.data()));
        take(letter(EVENT, "http://sink.example.org/", "503").body(EVENT.data()));
        take(letter(EVENT, "http://adapter.example.org/", "500").body(EVENT.data()));

        assertThat(database.rows("select error_dest, error_code from oceanid.quarantine order by id"))
                .containsExactly(
                        Map.of("error_dest", "http://sink.example.org/", "error_code", "500"),
                        Map.of("error_dest", "http://adapter.example.org/", "error_code", "500"));
    }

    @Test
    void structuredEventsAndBatchesAreTakenToo() {
        String other = SentEvent.annotation(43, "Fähre").envelope();
        take(RawRequest.post("/deadletters")
                .header("content-type", "application/cloudevents+json")
                .body(EVENT.envelope()));
        take(RawRequest.post("/deadletters")
                .header("content-type", "application/cloudevents-batch+json")
                .body("[" + EVENT.envelope() + "," + other + "]"));
        take(RawRequest.post("/deadletters")
                .header("content-type", "application/cloudevents-batch+json")
                .body("[]"));

        assertThat(database.rows("select event_id, reason from oceanid.quarantine order by id"))
                .containsExactly(
                        Map.of("event_id", "annotation-42", "reason", "somebody did not take it"),
                        Map.of("event_id", "annotation-43", "reason", "somebody did not take it"));
    }

    @Test
    void aCodeMayBeANumberAndDataMayBeMissing() {
        take(RawRequest.post("/deadletters")
                .header("content-type", "application/cloudevents+json")
                .body("""
                    {"specversion": "1.0", "id": "a", "source": "/a", "type": "a", "knativeerrorcode": 500}\
                    """));

        assertThat(database.value("select error_code from oceanid.quarantine")).isEqualTo("500");
    }

    @Test
    void theSecretOfATriggerIsNotKept() {
        take(letter(EVENT, "http://sink.example.org/?secret=s3cret", "500").body(EVENT.data()));

        assertThat(database.value("select error_dest from oceanid.quarantine")).isEqualTo("http://sink.example.org/");
        assertThat(database.value("select convert_from(bytes, 'UTF8') from oceanid.quarantine"))
                .contains("http://sink.example.org/")
                .doesNotContain("s3cret");
    }

    @Test
    void whatIsNoEventIsRefused() {
        AnswerAssert.assertThat(RawHttp.exchange(
                        sink.port(), RawRequest.post("/deadletters").body("{}")))
                .isProblem(400);
        AnswerAssert.assertThat(RawHttp.exchange(
                        sink.port(),
                        letter(EVENT, "http://sink.example.org/", "500")
                                .header("content-encoding", "gzip")
                                .body(EVENT.data())))
                .isProblem(415);

        assertThat(database.count("quarantine")).isZero();
    }

    private static RawRequest letter(SentEvent event, String destination, String code) {
        return RawRequest.post("/deadletters")
                .header("content-type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", event.id())
                .header("ce-source", SentEvent.SOURCE)
                .header("ce-type", event.type())
                .header("ce-time", "2026-01-02T03:04:06Z")
                .header("ce-knativeerrordest", destination)
                .header("ce-knativeerrorcode", code)
                .header("ce-knativeerrordata", "out of memory");
    }

    private void take(RawRequest letter) {
        AnswerAssert.assertThat(RawHttp.exchange(sink.port(), letter)).isTaken();
    }
}
