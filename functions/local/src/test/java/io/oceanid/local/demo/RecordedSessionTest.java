package io.oceanid.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedSessionTest {

    private final List<String> webhooks = RecordedSession.webhooks();

    @Test
    void everyLineIsAWebhook() {
        assertThat(webhooks).hasSize(22).allSatisfy(line -> assertThat(line).startsWith("{\"action\":\""));
    }

    @Test
    void itIsSmall() {
        assertThat(String.join("\n", webhooks).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200_000);
    }

    @Test
    void itNamesNoMachineAndHoldsNoSecret() {
        assertThat(webhooks)
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain("127.0.0.1", "localhost", "/tmp")
                        .doesNotContainPattern("\"token\":\"(?!not-a-real-project-token\")")
                        .doesNotContainPattern("\"task_data_(?:login|password)\":\""));
    }
}
