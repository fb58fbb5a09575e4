package io.oceanid.bootstrapper.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.bootstrapper.testing.StoringProjects;
import io.oceanid.bootstrapper.testing.TestBootstrapper;
import io.oceanid.support.testing.RawHttp;
import io.oceanid.support.testing.RawRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of new projects. */
class NewProjectsTest {

    @TempDir
    private static Path declarations;

    private static StoringProjects labelStudio;
    private static TestBootstrapper bootstrapper;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(
                declarations.resolve("cargo.yaml"),
                "{name: cargo, title: Cargo papers, labels: {kind: ner, values: [VESSEL]}, webhooks:"
                        + " ['https://a.example.org']}");
        Files.writeString(declarations.resolve("broken.json"), "{");
        Files.writeString(declarations.resolve("notes.txt"), "none of it");
        labelStudio = StoringProjects.start();
        bootstrapper = TestBootstrapper.with(labelStudio, "--DECLARATIONS=" + declarations);
    }

    @AfterAll
    static void stop() {
        bootstrapper.close();
        labelStudio.close();
    }

    @BeforeEach
    void nothingIsThere() {
        labelStudio.reset();
    }

    @Test
    void aNewProjectOfADeclaredTitleBecomesWhatIsDeclared() {
        long id = labelStudio.has("cargo papers");

        assertThat(told("project.created", id)).isEqualTo(204);

        assertThat(labelStudio.projects()).singleElement().satisfies(project -> {
            assertThat(project.path("description").stringValue()).isEqualTo("[oceanid:cargo]");
            assertThat(project.path("label_config").stringValue()).contains("VESSEL");
        });
        assertThat(labelStudio.webhooks()).hasSize(1);
    }

    @Test
    void toldAgainNothingChanges() {
        long id = labelStudio.has("Cargo papers");
        told("project.created", id);
        List<String> changes = labelStudio.changes();

        assertThat(told("project.created", id)).isEqualTo(204);

        assertThat(labelStudio.changes()).isEqualTo(changes);
    }

    @Test
    void ofTwoOfATitleTheFirstIsTheOne() {
        told("project.created", labelStudio.has("Cargo papers"));
        List<String> changes = labelStudio.changes();

        told("project.created", labelStudio.has("Cargo papers"));

        assertThat(labelStudio.changes()).isEqualTo(changes);
    }

    @Test
    void aProjectThatNobodyDeclaredIsLeftAlone() {
        assertThat(told("project.created", labelStudio.has("Something else"))).isEqualTo(204);

        assertThat(labelStudio.changes()).isEmpty();
    }

    @Test
    void anEventOfSomethingElseIsPassedOver() {
        assertThat(told("project.updated", labelStudio.has("Cargo papers"))).isEqualTo(204);

        assertThat(labelStudio.fake().asked()).isEmpty();
    }

    @Test
    void whereLabelStudioIsAwayTheEventIsToBeSentAgain() {
        long id = labelStudio.has("Cargo papers");
        labelStudio.failNext("PATCH /api/projects/%d/".formatted(id), 503, "{\"detail\":\"later\"}");

        assertThat(told("project.created", id)).isEqualTo(503);
        assertThat(told("project.created", id)).isEqualTo(204);

        assertThat(labelStudio.webhooks()).hasSize(1);
    }

    private static int told(String what, long id) {
        String data = "{\"project\":{\"id\":%d,\"title\":\"Cargo papers\"}}".formatted(id);
        return RawHttp.exchange(
                        bootstrapper.port(),
                        RawRequest.post("/")
                                .header("Content-Type", "application/json")
                                .header("ce-specversion", "1.0")
                                .header("ce-id", "e-" + id)
                                .header("ce-source", "https://label-studio.example.org")
                                .header("ce-type", "io.oceanid.labelstudio." + what + ".v1")
                                .body(data.getBytes(UTF_8)))
                .status();
    }
}
