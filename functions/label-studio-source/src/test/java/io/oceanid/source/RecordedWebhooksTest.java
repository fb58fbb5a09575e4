package io.oceanid.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.catalogue.EventType;
import io.oceanid.events.labelstudio.LabelStudioEvent;
import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.source.testing.FakeBroker;
import io.oceanid.source.testing.FakeBroker.Posted;
import io.oceanid.source.testing.TestSource;
import io.oceanid.support.testing.AnswerAssert;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Every webhook that was recorded goes in, and its events come out, each once. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class RecordedWebhooksTest {

    private final WebhookTranslator translator = new WebhookTranslator(URI.create(TestSource.LABEL_STUDIO));
    private final FakeBroker broker = FakeBroker.start();
    private final TestSource source = TestSource.patient(
            broker.url(), "--K_CE_OVERRIDES={\"extensions\":{\"cluster\":\"port 7 \\\"ä\\\"\",\"env\":\"test\"}}");

    @BeforeEach
    void forget() {
        broker.forget();
    }

    @AfterAll
    void stop() {
        source.close();
        broker.close();
    }

    static Stream<RecordedWebhook> recordings() {
        return RecordedWebhook.all().stream();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void itsEventsComeOnceAndAsTheCatalogueHasThem(RecordedWebhook webhook) {
        AnswerAssert.assertThat(source.send(webhook.bytes())).isTaken();

        List<CloudEvent> expected = translator.translate(webhook.bytes(), Instant.now());
        assertThat(broker.events())
                .extracting(CloudEvent::getId)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(CloudEvent::getId).toList());
        assertThat(broker.posts()).allSatisfy(post -> {
            assertThat(post.requestLine()).isEqualTo("POST /default/broker HTTP/1.1");
            CloudEvent event = post.event();
            CloudEvent wanted = expected.stream()
                    .filter(each -> each.getId().equals(event.getId()))
                    .findFirst()
                    .orElseThrow();
            EventType type = EventType.of(event.getType()).orElseThrow();
            assertThat(event.getType()).isEqualTo(wanted.getType());
            assertThat(event.getSource()).hasToString(TestSource.LABEL_STUDIO);
            assertThat(event.getSubject()).isEqualTo(wanted.getSubject());
            assertThat(event.getDataSchema()).isEqualTo(type.schema());
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getTime()).isNotNull();
            assertThat(event.getExtension("partitionkey")).isEqualTo(wanted.getExtension("partitionkey"));
            assertThat(event.getExtension("cluster")).isEqualTo("port 7 \"ä\"");
            assertThat(event.getExtension("env")).isEqualTo("test");
            assertThat(LabelStudioEvent.dataOf(event)).isEqualTo(LabelStudioEvent.dataOf(wanted));
            assertThat(LabelStudioEvent.read(event.getType(), LabelStudioEvent.dataOf(event)))
                    .isNotNull();
        });
    }

    @Test
    void noSecretOfAProjectIsForwardedOrLogged(CapturedOutput output) {
        List<String> tokens = RecordedWebhook.all().stream()
                .map(webhook -> webhook.body().at("/project/token").asString(""))
                .filter(token -> !token.isEmpty())
                .distinct()
                .toList();
        assertThat(tokens).isNotEmpty();
        RecordedWebhook.all().forEach(webhook -> source.send(webhook.bytes()));
        source.send("{\"action\":\"PROJECT_UPDATED\",\"project\":{\"id\":3,\"task_data_login\":\"s3cret-login\","
                + "\"task_data_password\":\"s3cret-password\",\"token\":\"s3cret-token\"}}");
        source.send("{\"action\":\"COFFEE_MADE\",\"project\":{\"task_data_password\":\"s3cret-password\"}}");

        assertThat(broker.posts()).hasSizeGreaterThan(RecordedWebhook.all().size());
        for (Posted post : broker.posts()) {
            String all = post.headers() + new String(post.body(), StandardCharsets.UTF_8);
            assertThat(all)
                    .doesNotContain(tokens)
                    .doesNotContain("s3cret", "task_data_login", "task_data_password", TestSource.SECRET)
                    .doesNotContain("telltale");
        }
        assertThat(output.getAll()).doesNotContain(tokens).doesNotContain("s3cret", TestSource.SECRET);
    }

    @Test
    void whatNobodyKnowsIsAnEventToo() {
        AnswerAssert.assertThat(source.send("{\"action\":\"COFFEE_MADE\",\"cups\":1.50}"))
                .isTaken();

        assertThat(broker.posts()).singleElement().satisfies(post -> {
            assertThat(post.event().getType()).isEqualTo(EventType.UNKNOWN.type());
            assertThat(new String(post.body(), StandardCharsets.UTF_8)).contains("\"cups\":1.50");
        });
    }
}
