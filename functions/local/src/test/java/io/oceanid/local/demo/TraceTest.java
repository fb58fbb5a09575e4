package io.oceanid.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.broker.DeliverySpec;
import io.oceanid.broker.LocalBroker;
import io.oceanid.broker.Trigger;
import io.oceanid.local.TestFolder;
import io.oceanid.local.database.LocalDatabase;
import io.oceanid.local.function.LocalFunction;
import io.oceanid.local.function.LocalFunctions;
import io.oceanid.local.function.Ports;
import io.oceanid.local.function.RunningFunction;
import io.oceanid.local.function.Surroundings;
import io.oceanid.support.testing.Eventually;
import io.oceanid.support.testing.OtlpReceiver;
import io.oceanid.support.testing.OtlpReceiver.ReceivedSpan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A webhook, its event and its commit are one trace, though a broker is between them that keeps nothing but the event. */
class TraceTest {

    @TempDir
    private Path folder;

    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final LocalFunction sink = traced(LocalFunctions.SINK);
    private final LocalFunction source = traced(LocalFunctions.SOURCE);
    private final int broker = Ports.free();

    @Test
    void oneTraceLeadsFromTheWebhookToTheCommit() throws Exception {
        try (LocalDatabase database = LocalDatabase.start(TestFolder.in(folder.resolve("database")), Ports::free);
                LocalBroker queue = LocalBroker.start(
                        broker,
                        folder.resolve("queue.mv"),
                        List.of(new Trigger("annotations-sink", Set.of(), sink.at("/"))),
                        DeliverySpec.to(null))) {
            Surroundings surroundings = new Surroundings(
                    database.address().url(), URI.create("http://127.0.0.1:%d/".formatted(broker)), Optional.empty());
            try (RunningFunction _ = RunningFunction.start(source, surroundings);
                    RunningFunction _ = RunningFunction.start(sink, surroundings)) {
                Eventually.holds(() ->
                        assertThat(post(RecordedSession.webhooks().getFirst())).isEqualTo(204));
                Eventually.holds(() -> assertThat(queue.waiting()).isZero());
            }
        }

        // what ends pushes what it has left
        ReceivedSpan commit = only("annotations-sink", "commit");
        ReceivedSpan stored = only("annotations-sink", "POST /");
        ReceivedSpan posted = receiver.spans().stream()
                .filter(span -> span.id().equals(stored.parent()))
                .findFirst()
                .orElseThrow();
        assertThat(commit.parent()).isEqualTo(stored.id());
        assertThat(posted.service()).isEqualTo("label-studio-source");
        assertThat(posted.attributes()).contains("peer.service=broker");
        assertThat(receiver.spans())
                .filteredOn(span -> span.id().equals(posted.parent()))
                .singleElement()
                .satisfies(webhook -> {
                    assertThat(webhook.name()).isEqualTo("POST /webhook");
                    assertThat(webhook.trace()).isEqualTo(commit.trace());
                });
        receiver.close();
    }

    private ReceivedSpan only(String service, String name) {
        List<ReceivedSpan> found = receiver.spans().stream()
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .toList();
        assertThat(found).as(service + " " + name).hasSize(1);
        return found.getFirst();
    }

    private int post(String webhook) {
        HttpRequest request = HttpRequest.newBuilder(source.at("/webhook"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(webhook))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private LocalFunction traced(LocalFunction function) {
        return new LocalFunction(
                function.name(),
                function.application(),
                Ports.free(),
                function.endpoints(),
                surroundings -> Stream.concat(
                                function.settings().apply(surroundings).stream(),
                                Stream.of("--OTEL_EXPORTER_OTLP_ENDPOINT=" + receiver.url()))
                        .toList());
    }
}
