package io.oceanid.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.support.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBrokerTest {

    @TempDir
    private Path folder;

    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void anEventReachesEachTriggerThatWantsIt() throws Exception {
        try (ScriptedSubscriber all = ScriptedSubscriber.start();
                ScriptedSubscriber some = ScriptedSubscriber.start();
                LocalBroker broker = broker(
                        null, new Trigger("all", Set.of(), all.url()), new Trigger("some", Set.of("a"), some.url()))) {
            assertThat(post(broker, "1", "a")).isEqualTo(202);
            assertThat(post(broker, "2", "b")).isEqualTo(202);

            Eventually.holds(() -> assertThat(broker.waiting()).isZero());
            assertThat(all.received()).extracting(event -> event.get("ce-id")).containsExactlyInAnyOrder("1", "2");
            assertThat(some.received())
                    .singleElement()
                    .satisfies(event -> assertThat(event)
                            .containsEntry("ce-id", "1")
                            .containsEntry("ce-type", "a")
                            .containsEntry("content-type", "application/json")
                            .containsEntry("body", "{\"n\":1}"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 408, 409, 429, 500, 503})
    void whatMayHelpIsTriedAgain(int status) throws Exception {
        try (ScriptedSubscriber subscriber = ScriptedSubscriber.start(status, status);
                LocalBroker broker = broker(null, new Trigger("t", Set.of(), subscriber.url()))) {
            post(broker, "1", "a");

            Eventually.holds(() -> assertThat(broker.waiting()).isZero());
            assertThat(subscriber.received()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 413})
    void whatWillNotHelpGoesToTheDeadLettersAtOnce(int status) throws Exception {
        try (ScriptedSubscriber subscriber = ScriptedSubscriber.start(status);
                ScriptedSubscriber deadLetters = ScriptedSubscriber.start();
                LocalBroker broker = broker(deadLetters.url(), new Trigger("t", Set.of(), subscriber.url()))) {
            post(broker, "1", "a");

            Eventually.holds(() -> assertThat(broker.waiting()).isZero());
            assertThat(subscriber.received()).hasSize(1);
            assertThat(deadLetters.received())
                    .singleElement()
                    .satisfies(event -> assertThat(event)
                            .containsEntry("ce-id", "1")
                            .containsEntry(
                                    "ce-knativeerrordest", subscriber.url().toString())
                            .containsEntry("ce-knativeerrorcode", String.valueOf(status))
                            .containsEntry("ce-knativeerrordata", base64("said no"))
                            .containsEntry("body", "{\"n\":1}"));
        }
    }

    @Test
    void afterTheLastRetryAnEventIsADeadLetter() throws Exception {
        try (ScriptedSubscriber subscriber = ScriptedSubscriber.start(503, 503, 503, 503, 503);
                ScriptedSubscriber deadLetters = ScriptedSubscriber.start(503);
                LocalBroker broker = broker(deadLetters.url(), new Trigger("t", Set.of(), subscriber.url()))) {
            post(broker, "1", "a");

            Eventually.holds(() -> assertThat(broker.waiting()).isZero());
            assertThat(subscriber.received()).hasSize(5);
            assertThat(deadLetters.received()).hasSize(2);
        }
    }

    @Test
    void whatASubscriberThatIsAwayWasToGetItGetsWhenTheBrokerStartsAgain() throws Exception {
        ScriptedSubscriber first = ScriptedSubscriber.start();
        URI url = first.url();
        first.close();
        try (LocalBroker broker = broker(null, new Trigger("t", Set.of(), url))) {
            assertThat(post(broker, "1", "a")).isEqualTo(202);
            assertThat(post(broker, "2", "a")).isEqualTo(202);
        }

        try (ScriptedSubscriber subscriber = ScriptedSubscriber.startOn(url.getPort());
                LocalBroker broker = broker(null, new Trigger("t", Set.of(), url))) {
            Eventually.holds(() -> assertThat(broker.waiting()).isZero());
            assertThat(subscriber.received())
                    .extracting(event -> event.get("ce-id"))
                    .containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void aTriggerThatIsNoMoreHoldsNothing() throws Exception {
        try (LocalBroker broker = broker(null, new Trigger("gone", Set.of(), URI.create("http://127.0.0.1:9/")))) {
            post(broker, "1", "a");
        }

        try (LocalBroker broker = broker(null)) {
            Eventually.holds(() -> assertThat(broker.waiting()).isZero());
        }
    }

    @Test
    void whatIsNoEventIsRefused() throws Exception {
        try (LocalBroker broker = broker(null)) {
            assertThat(send(HttpRequest.newBuilder(broker.url()).POST(BodyPublishers.ofString("{}"))))
                    .isEqualTo(400);
            assertThat(send(HttpRequest.newBuilder(broker.url()))).isEqualTo(405);
        }
    }

    @Test
    void healthTellsHowManyDeliveriesAreOpen() throws Exception {
        try (LocalBroker broker = broker(null, new Trigger("away", Set.of(), URI.create("http://127.0.0.1:9/")))) {
            post(broker, "1", "a");

            HttpRequest health =
                    HttpRequest.newBuilder(broker.url().resolve("/health")).build();
            assertThat(http.send(health, BodyHandlers.ofString()).body()).isEqualTo("{\"ok\":true,\"waiting\":1}");
        }
    }

    private LocalBroker broker(@Nullable URI deadLetters, Trigger... triggers) {
        DeliverySpec spec =
                new DeliverySpec(3, Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(10), deadLetters);
        return LocalBroker.start(0, folder.resolve("queue.mv"), List.of(triggers), spec);
    }

    private int post(LocalBroker broker, String id, String type) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(broker.url())
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-type", type)
                .header("ce-source", "https://label-studio.example.org")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"n\":1}")));
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
