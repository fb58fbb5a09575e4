package io.oceanid.bootstrapper.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.labelstudio.LabelStudioException;
import io.oceanid.labelstudio.LabelStudioSettings;
import io.oceanid.labelstudio.testing.FakeLabelStudio;
import io.oceanid.labelstudio.testing.FakeLabelStudio.Reply;
import io.oceanid.support.failure.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;
import tools.jackson.databind.node.JsonNodeFactory;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({"502,503", "504,503", "429,503", "401,502", "403,502", "404,404", "400,400", "409,400", "500,502"})
    void whatLabelStudioAnswersHasItsMeaning(int answered, int meant) {
        try (FakeLabelStudio labelStudio = FakeLabelStudio.start();
                LabelStudioClient client = new LabelStudioClient(LabelStudioSettings.of(labelStudio.url(), "token"))) {
            labelStudio.on("POST /api/x", _ -> Reply.json(answered, "{\"detail\":\"for a reason\"}"));

            StepVerifier.create(client.post("/api/x", JsonNodeFactory.instance.objectNode()))
                    .verifyErrorSatisfies(e -> {
                        Failure failure = Failure.of(Failures.of((LabelStudioException) e, "project"));
                        assertThat(failure.status().value()).isEqualTo(meant);
                        assertThat(failure.detail()).contains("for a reason");
                    });
        }
    }
}
