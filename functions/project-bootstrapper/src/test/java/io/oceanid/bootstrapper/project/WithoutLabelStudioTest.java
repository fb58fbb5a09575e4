package io.oceanid.bootstrapper.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.bootstrapper.testing.TestBootstrapper;
import io.oceanid.support.testing.AnswerAssert;
import org.junit.jupiter.api.Test;

class WithoutLabelStudioTest {

    @Test
    void theFunctionRunsAndSaysWhatItLacks() {
        try (TestBootstrapper bootstrapper = TestBootstrapper.start()) {
            String declaration = "{name: a, title: Abc, labels: {kind: ner, values: [X]}}";

            AnswerAssert.assertThat(bootstrapper.post("/plan", declaration))
                    .isProblem(503)
                    .saying("LABEL_STUDIO_URL");
            assertThat(bootstrapper.get("/health").body()).isEqualTo("{\"ok\":true}");
        }
    }
}
