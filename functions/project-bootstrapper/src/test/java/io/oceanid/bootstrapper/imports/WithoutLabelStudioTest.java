package io.oceanid.bootstrapper.imports;

import static io.oceanid.support.testing.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.bootstrapper.testing.TestBootstrapper;
import org.junit.jupiter.api.Test;

class WithoutLabelStudioTest {

    @Test
    void importsSayWhatIsNotSetAndPreviewsWork() {
        try (TestBootstrapper bootstrapper = TestBootstrapper.start()) {
            assertThat(bootstrapper.post("/projects/1/import", "application/x-ndjson", "{}"))
                    .isProblem(503)
                    .saying("LABEL_STUDIO_URL is not set");
            assertThat(bootstrapper
                            .post("/preview", "application/x-ndjson", "{}")
                            .status())
                    .isEqualTo(200);
        }
    }
}
