package io.oceanid.adapter.mlbackend;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.testing.TestAdapter;
import org.junit.jupiter.api.Test;

/** Not beside another adapter: one that ends takes the event loops of all in its process along. */
class OpenWebhookTest {

    @Test
    void whereLabelStudioIsToBeHeardWithoutItsWebhookIsOpenAndNothingElseIs() {
        try (TestAdapter heard = TestAdapter.start(
                "--BASIC_AUTH_USER=ls", "--BASIC_AUTH_PASS=ls-secret", "--ACCESS_OFF_FOR_EVENTS=true")) {
            assertThat(heard.post("/webhook", "{}").status()).isEqualTo(200);
            assertThat(heard.post("/predict", "{}").status()).isEqualTo(401);
        }
    }
}
