package io.oceanid.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.SilentServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SinkHealthTest {

    private static final String WELL = "{\"ok\":true,\"database\":true}";
    private static final String UNWELL = "{\"ok\":false,\"database\":false}";
    private static final SentEvent EVENT = SentEvent.annotation(42, "Fähre");

    @Test
    void aSinkSaysOnceWhatIsWrongWithItsDatabaseAndMendsWithIt(CapturedOutput output) {
        TestDatabase database = TestDatabase.createWithoutSchema();
        String missing = "schema oceanid in PostgreSQL is at version 0, this sink needs 3: run the migration first";
        try (TestSink sink = TestSink.start(database.url())) {
            Eventually.holds(() -> assertThat(output).contains(missing));
            assertUnwell(sink);
            assertThat(output.toString().split(missing, -1)).hasSize(2);
            AnswerAssert.assertThat(RawHttp.exchange(sink.port(), EVENT.post()))
                    .isProblem(503)
                    .hasHeader("retry-after", "5")
                    .saying("PostgreSQL")
                    .saying("the migration of schema oceanid is missing");

            database.migrate();
            assertWell(sink);
            assertThat(output).contains("PostgreSQL is well again");
            AnswerAssert.assertThat(RawHttp.exchange(sink.port(), EVENT.post())).isTaken();

            database.execute("alter table oceanid.inbox drop column mended");
            AnswerAssert.assertThat(RawHttp.exchange(
                            sink.port(), SentEvent.annotation(43, "Fähre").post()))
                    .isProblem(503)
                    .saying("the migration of schema oceanid is missing (42703)");

            database.execute("delete from oceanid.flyway_schema_history");
            assertUnwell(sink);
        }
    }

    @Test
    void aDatabaseThatRefusesMakesTheSinkUnreadyAndNotDead() {
        try (TestSink sink = TestSink.start("postgresql://postgres:s3cret@127.0.0.1:1/none")) {
            assertUnwell(sink);
            AnswerAssert.assertThat(RawHttp.exchange(sink.port(), EVENT.post()))
                    .isProblem(503)
                    .hasHeader("retry-after", "5")
                    .saying("PostgreSQL cannot be reached");
        }
    }

    @Test
    void livenessAsksNobodyAndReadinessDoesNotWaitForEver(CapturedOutput output) {
        try (SilentServer database = SilentServer.start();
                TestSink sink = TestSink.start(
                        "postgresql://postgres@127.0.0.1:" + database.port() + "/silent",
                        "--oceanid.database.acquire-timeout=500ms")) {
            Eventually.holds(() -> assertThat(output).contains("PostgreSQL does not answer as it should"));
            int before = database.connections();
            for (int i = 0; i < 20; i++) {
                assertThat(sink.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            }
            assertThat(database.connections()).isEqualTo(before);

            assertThat(sink.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            AnswerAssert.assertThat(RawHttp.exchange(sink.port(), EVENT.post())).isProblem(503);
        }
    }

    private static void assertWell(TestSink sink) {
        assertThat(sink.get("/health").body()).isEqualTo(WELL);
        assertThat(sink.get("/health").statusCode()).isEqualTo(200);
        assertThat(sink.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(sink.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private static void assertUnwell(TestSink sink) {
        assertThat(sink.get("/health").body()).isEqualTo(UNWELL);
        assertThat(sink.get("/health").statusCode()).isEqualTo(503);
        assertThat(sink.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(sink.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }
}
