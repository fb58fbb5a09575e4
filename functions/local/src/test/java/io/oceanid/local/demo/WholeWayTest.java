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
import io.oceanid.local.function.TestSurroundings;
import io.oceanid.support.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded labelling session from Label Studio's webhooks to the tables, while what is between them comes and goes. */
class WholeWayTest {

    @TempDir
    private Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalFunction sink = LocalFunctions.SINK.onPort(Ports.free());
    private final LocalFunction direct = LocalFunctions.SINK.onPort(Ports.free());
    private final LocalFunction source = LocalFunctions.SOURCE.onPort(Ports.free());

    @Test
    void whatTheSourceAcceptsIsInTheTablesAsIfItHadComeStraight() {
        List<String> webhooks = RecordedSession.webhooks();
        try (LocalDatabase one = LocalDatabase.start(TestFolder.in(folder.resolve("one")), Ports::free);
                LocalDatabase other = LocalDatabase.start(TestFolder.in(folder.resolve("other")), Ports::free)) {
            throughTheBroker(webhooks, one.address().url());
            try (RunningFunction _ = RunningFunction.start(
                    direct, TestSurroundings.of(other.address().url()))) {
                for (String webhook : webhooks) {
                    assertThat(post(direct, webhook)).isEqualTo(204);
                }
                try (RunningFunction _ = RunningFunction.start(
                        sink, TestSurroundings.of(one.address().url()))) {
                    assertThat(export(sink)).isNotEmpty().isEqualTo(export(direct));
                }
            }
        }
    }

    /** The sink is away at first, then the broker is; the source says 503 for what nobody took, and is told again. */
    private void throughTheBroker(List<String> webhooks, URI database) {
        int third = webhooks.size() / 3;
        int port = Ports.free();
        URI url = URI.create("http://127.0.0.1:%d/".formatted(port));
        try (RunningFunction _ = RunningFunction.start(source, new Surroundings(database, url, Optional.empty()))) {
            try (LocalBroker broker = broker(port)) {
                tell(webhooks.subList(0, third));
                assertThat(broker.waiting()).isPositive();
            }
            assertThat(post(source, webhooks.get(third))).isEqualTo(503);
            try (LocalBroker broker = broker(port);
                    RunningFunction _ = RunningFunction.start(sink, TestSurroundings.of(database))) {
                tell(webhooks.subList(third, webhooks.size()));
                Eventually.holds(() -> assertThat(broker.waiting()).isZero());
            }
        }
    }

    /** Again, should a busy machine not have made it within the source's budget: the ids of events are of their content. */
    private void tell(List<String> webhooks) {
        for (String webhook : webhooks) {
            Eventually.holds(() -> assertThat(post(source, webhook)).isEqualTo(204));
        }
    }

    private LocalBroker broker(int port) {
        return LocalBroker.start(
                port,
                folder.resolve("queue.mv"),
                List.of(new Trigger("annotations-sink", Set.of(), sink.at("/"))),
                DeliverySpec.to(null));
    }

    private int post(LocalFunction function, String webhook) {
        return send(HttpRequest.newBuilder(function.at("/webhook"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(webhook)))
                .statusCode();
    }

    private String export(LocalFunction function) {
        return send(HttpRequest.newBuilder(function.at("/projects/1/export?format=jsonl")))
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
