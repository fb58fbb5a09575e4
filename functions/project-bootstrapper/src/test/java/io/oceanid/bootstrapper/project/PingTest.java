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

/** Webhooks of declared projects, put right by schedule. */
class PingTest {

    private static final String CARGO = declaration("cargo");
    private static final String CREW = declaration("crew");

    @TempDir
    private static Path declarations;

    private static StoringProjects labelStudio;
    private static TestBootstrapper bootstrapper;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(declarations.resolve("cargo.yaml"), CARGO);
        Files.writeString(declarations.resolve("crew.yaml"), CREW);
        labelStudio = StoringProjects.start();
        bootstrapper = TestBootstrapper.with(labelStudio, "--DECLARATIONS=" + declarations);
    }

    @AfterAll
    static void stop() {
        bootstrapper.close();
        labelStudio.close();
    }

    @BeforeEach
    void bothAreThere() {
        labelStudio.reset();
        assertThat(List.of(applied(CARGO), applied(CREW))).containsOnly(200);
    }

    @Test
    void aWebhookThatWasSwitchedOffIsSwitchedOnAgain() {
        labelStudio.webhooks().getFirst().put("is_active", false).put("send_payload", false);

        assertThat(ping()).isEqualTo(204);

        assertThat(labelStudio.webhooks()).hasSize(2).allSatisfy(webhook -> {
            assertThat(webhook.path("is_active").booleanValue()).isTrue();
            assertThat(webhook.path("send_payload").booleanValue()).isTrue();
        });
    }

    @Test
    void whereTheUrlIsWrongThereIsOneWithTheRightUrlToo() {
        labelStudio.webhooks().getFirst().put("url", "https://wrong.example.org");

        ping();

        assertThat(labelStudio.webhooks())
                .extracting(webhook -> webhook.path("url").stringValue())
                .containsExactlyInAnyOrder(
                        "https://wrong.example.org", "https://cargo.example.org", "https://crew.example.org");
    }

    @Test
    void nothingElseOfAProjectIsTouchedNorAnythingThatIsRight() {
        labelStudio.projects().getFirst().put("title", "Renamed by hand").put("label_config", "<View/>");
        List<String> changes = labelStudio.changes();

        assertThat(ping()).isEqualTo(204);

        assertThat(labelStudio.changes()).isEqualTo(changes);
    }

    @Test
    void aProjectThatIsNotThereIsNotMade() {
        labelStudio.reset();

        assertThat(ping()).isEqualTo(204);

        assertThat(labelStudio.changes()).isEmpty();
    }

    @Test
    void oneThatCannotBePutRightKeepsTheOthersFromNothing() {
        labelStudio.webhooks().forEach(webhook -> webhook.put("is_active", false));
        long first = labelStudio.webhooks().getFirst().path("id").longValue();
        labelStudio.failNext("PATCH /api/webhooks/%d/".formatted(first), 403, "{\"detail\":\"no\"}");

        assertThat(ping()).isEqualTo(204);
        assertThat(labelStudio.webhooks())
                .extracting(webhook -> webhook.path("is_active").booleanValue())
                .containsExactly(false, true);

        ping();
        assertThat(labelStudio.webhooks())
                .extracting(webhook -> webhook.path("is_active").booleanValue())
                .containsExactly(true, true);
    }

    private static String declaration(String name) {
        return "{name: %s, title: The %s, labels: {kind: ner, values: [VESSEL]}, webhooks: ['https://%s.example.org']}"
                .formatted(name, name, name);
    }

    private static int applied(String declaration) {
        return RawHttp.exchange(bootstrapper.port(), RawRequest.post("/apply").body(declaration.getBytes(UTF_8)))
                .status();
    }

    private static int ping() {
        return RawHttp.exchange(
                        bootstrapper.port(),
                        RawRequest.post("/")
                                .header("Content-Type", "application/json")
                                .header("ce-specversion", "1.0")
                                .header("ce-id", "1")
                                .header("ce-source", "/apis/v1/namespaces/default/pingsources/hourly")
                                .header("ce-type", "dev.knative.sources.ping")
                                .body("{}".getBytes(UTF_8)))
                .status();
    }
}
