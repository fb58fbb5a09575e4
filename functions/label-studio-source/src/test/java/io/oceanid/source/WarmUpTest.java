package io.oceanid.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.source.testing.FakeBroker;
import io.oceanid.source.testing.TestSource;
import io.oceanid.source.testing.Webhooks;
import io.oceanid.support.testing.AnswerAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WarmUpTest {

    @Test
    void itComesBeforeTheFirstWebhookAndGoesToNobody(CapturedOutput output) {
        try (FakeBroker broker = FakeBroker.start();
                TestSource source = TestSource.patient(broker.url(), "--oceanid.source.warm-up=1s")) {
            assertThat(broker.connections()).isZero();
            assertThat(source.get("/actuator/health/readiness").status()).isEqualTo(200);

            AnswerAssert.assertThat(source.send(Webhooks.annotation(1))).isTaken();

            assertThat(broker.posts()).hasSize(1);
        }
        assertThat(output).doesNotContain("ERROR").doesNotContain("WARN");
    }
}
