package io.oceanid.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the listed routes is reachable, however it is asked for. */
@TestInstance(Lifecycle.PER_CLASS)
class FunctionSurfaceTest {

    private static final SentEvent EVENT = SentEvent.annotation(42, "Fähre");

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink = TestSink.start(database.url());

    @BeforeEach
    void empty() {
        database.empty();
    }

    @AfterEach
    void noFunctionWasReached() {
        assertThat(database.count("inbox") + database.count("quarantine")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/functionRouter",
                "/functionRouter/",
                "/events",
                "/events/",
                "/events,webhook",
                "/events%7Cwebhook",
                "/webhook,events",
                "/webhook%2Cevents",
                "/%77ebhook",
                "/Webhook",
                "/webhook;x=1",
                "/webhook/x",
                "/reconcile/1",
                "/reconciler",
                "/webhook//",
                "/webhook/events",
                "/webhook%2F",
                "/webhook/..",
                "/./",
                "//",
                "//webhook",
                "/;x",
                "/%2F",
                "/%00",
                "/%20",
                "/index.html",
                "/intake",
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/functions",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/shutdown",
                "/actuator/health/database",
                "/actuator/health/liveness/x",
                "/actuator/../actuator/env",
                "http://elsewhere.example/actuator/env"
            })
    void nothingIsServedUnderAnotherPath(String target) {
        answerTo(event("POST", target)).isProblem(404);
        answerTo(event("GET", target)).isProblem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events|webhook", "/%", "/%zz", "/[", "/a\\b", "/<x>", "/webhook^"})
    void aTargetThatIsNoUriIsRefused(String target) {
        answerTo(event("POST", target)).isProblem(400);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /, 'GET,HEAD,POST'",
        "PATCH, /, 'GET,HEAD,POST'",
        "DELETE, /, 'GET,HEAD,POST'",
        "OPTIONS, /, 'GET,HEAD,POST'",
        "TRACE, /, 'GET,HEAD,POST'",
        "BREW, /, 'GET,HEAD,POST'",
        "GET, /webhook, POST",
        "GET, /reconcile, POST",
        "PUT, /webhook/, POST",
        "PATCH, /webhook, POST",
        "DELETE, /webhook, POST",
        "OPTIONS, /webhook, POST",
        "POST, /health, 'GET,HEAD'",
        "POST, /actuator/health, 'GET,HEAD'",
        "DELETE, /actuator/health/readiness, 'GET,HEAD'"
    })
    void anotherMethodIsToldWhichOnesThereAre(String method, String target, String allowed) {
        var answer = RawHttp.exchange(sink.port(), event(method, target));

        AnswerAssert.assertThat(answer).isProblem(405);
        assertThat(answer.headers().getOrDefault("allow", "").split(",", -1))
                .containsExactlyInAnyOrder(allowed.split(",", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/", "/actuator/health/liveness", "/actuator/health/readiness"})
    void theProbesAreServed(String target) {
        assertThat(sink.get(target).statusCode()).isEqualTo(200);
    }

    private AnswerAssert answerTo(RawRequest request) {
        return AnswerAssert.assertThat(RawHttp.exchange(sink.port(), request));
    }

    /** A request that a function would take, if it got there. */
    private static RawRequest event(String method, String target) {
        return RawRequest.of(method, target)
                .header("content-type", "application/cloudevents+json")
                .header("spring.cloud.function.definition", "events")
                .header("spring.cloud.function.routing-expression", "'events'")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .body(EVENT.envelope());
    }
}
