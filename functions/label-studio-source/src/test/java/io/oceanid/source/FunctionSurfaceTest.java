package io.oceanid.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.source.testing.FakeBroker;
import io.oceanid.source.testing.TestSource;
import io.oceanid.source.testing.Webhooks;
import io.oceanid.support.testing.AnswerAssert;
import io.oceanid.support.testing.RawRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the listed routes is reachable, however it is asked for. */
@TestInstance(Lifecycle.PER_CLASS)
class FunctionSurfaceTest {

    private final FakeBroker broker = FakeBroker.start();
    private final TestSource source = TestSource.patient(broker.url());

    @AfterEach
    void nothingWentOut() {
        assertThat(broker.connections()).isZero();
    }

    @AfterAll
    void stop() {
        source.close();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/functionRouter",
                "/webhook,webhook",
                "/webhook%7Cwebhook",
                "/%77ebhook",
                "/Webhook",
                "/webhook;x=1",
                "/webhook/x",
                "/webhook//",
                "//webhook",
                "/webhook%2F",
                "/relay",
                "/actuator",
                "/actuator/env",
                "/actuator/functions",
                "/actuator/shutdown",
                "/actuator/../webhook"
            })
    void nothingIsServedUnderAnotherPath(String target) {
        AnswerAssert.assertThat(source.exchange(webhook("POST", target))).isProblem(404);
        AnswerAssert.assertThat(source.exchange(webhook("GET", target))).isProblem(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /webhook, POST",
        "PUT, /webhook/, POST",
        "PATCH, /webhook, POST",
        "DELETE, /webhook, POST",
        "OPTIONS, /webhook, POST"
    })
    void anotherMethodIsToldWhichOnesThereAre(String method, String target, String allowed) {
        AnswerAssert.assertThat(source.exchange(webhook(method, target)))
                .isProblem(405)
                .hasHeader("allow", allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/", "/actuator/health/liveness", "/actuator/health/readiness"})
    void theProbesAreServedAndAskNobody(String target) {
        assertThat(source.get(target).status()).isEqualTo(200);
    }

    private static RawRequest webhook(String method, String target) {
        return RawRequest.of(method, target)
                .header("X-Webhook-Secret", TestSource.SECRET)
                .header("content-type", "application/json")
                .header("spring.cloud.function.definition", "webhook")
                .body(Webhooks.annotation(1));
    }
}
