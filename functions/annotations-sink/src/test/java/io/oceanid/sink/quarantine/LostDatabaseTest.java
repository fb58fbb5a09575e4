package io.oceanid.sink.quarantine;

import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A class of its own: the end of one sink takes the event loops from another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostDatabaseTest {

    @AutoClose
    private final TestSink sink = TestSink.start("postgresql://postgres@127.0.0.1:1/none");

    @Test
    void noDeadLetterIsTakenThatIsNotCommitted() {
        assertIsPutOff(RawRequest.post("/deadletters")
                .header("content-type", "application/cloudevents+json")
                .body(SentEvent.annotation(42, "Fähre").envelope()));
    }

    @Test
    void nothingIsRunAgainAndNothingIsListed() {
        assertIsPutOff(RawRequest.post("/quarantine/replay").end());
        assertIsPutOff(RawRequest.of("GET", "/quarantine").end());
    }

    private void assertIsPutOff(RawRequest request) {
        AnswerAssert.assertThat(RawHttp.exchange(sink.port(), request))
                .isProblem(503)
                .hasHeader("retry-after", "5")
                .saying("PostgreSQL cannot be reached");
    }
}
