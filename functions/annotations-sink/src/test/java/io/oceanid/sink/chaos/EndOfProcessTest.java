package io.oceanid.sink.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import io.oceanid.events.json.EventJson;
import io.oceanid.sink.testing.SentEvent;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.support.testing.OtlpReceiver;
import io.oceanid.support.testing.OtlpReceiver.ReceivedSpan;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A sink in a cluster that is told to end while many send to it. */
class EndOfProcessTest {

    private static final int SENDERS = 8;
    private static final int BEFORE = 400;

    /** Which the events carry in their bodies. */
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void itFinishesWhatItHasTakenAndTellsOfIt() throws Exception {
        TestDatabase database = TestDatabase.create();
        Path log = folder.resolve("log");
        try (OtlpReceiver receiver = OtlpReceiver.start();
                ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            int port = freePort();
            try (SinkProcess sink =
                    SinkProcess.start(database.url(), port, environment(receiver.url()), Redirect.to(log.toFile()))) {
                List<Future<?>> senders = new ArrayList<>();
                for (int i = 0; i < SENDERS; i++) {
                    senders.add(threads.submit(() -> sendUntilRefused(port)));
                }
                while (acknowledged.size() < BEFORE) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                new RudeClient(port)
                        .post(new HttpMessage(Map.of("content-type", "application/json"), "nonsense".getBytes(UTF_8)));
                sink.terminate();
                for (Future<?> sender : senders) {
                    sender.get(120, TimeUnit.SECONDS);
                }
            }

            Set<String> stored = database.rows("select id from oceanid.inbox").stream()
                    .map(row -> String.valueOf(row.get("id")))
                    .collect(Collectors.toSet());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE);
            assertThat(stored).containsAll(acknowledged);
            // a connection that was made as the server closed may get no answer; its sender sends again
            assertThat(stored).hasSizeLessThanOrEqualTo(acknowledged.size() + SENDERS);
            stored.removeAll(acknowledged);
            assertThat(unanswered).containsAll(stored);
            // the last metrics and spans of an instance that nobody will ask any more
            assertThat(receiver.metrics())
                    .anyMatch(metric -> metric.getName().equals("oceanid.sink.inbox.events")
                            && metric.getSum().getDataPointsList().stream()
                                    .anyMatch(point -> point.getAsDouble() == acknowledged.size() + stored.size()));
            assertThat(receiver.spans()).extracting(ReceivedSpan::name).contains("POST /", "commit");
            assertThat(receiver.spans())
                    .filteredOn(span -> span.name().equals("commit"))
                    .extracting(ReceivedSpan::trace)
                    .containsOnly(TRACE);
            theLogIsJsonOfTheElasticCommonSchema(log, receiver.spans());
        }
    }

    private static void theLogIsJsonOfTheElasticCommonSchema(Path log, List<ReceivedSpan> spans) throws IOException {
        List<JsonNode> lines = Files.readAllLines(log).stream()
                .<JsonNode>map(line -> EventJson.read(line.getBytes(UTF_8)))
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.path("service").path("name").asString()).isEqualTo("annotations-sink"))
                .allSatisfy(line ->
                        assertThat(line.path("log").path("level").asString()).isNotEmpty());
        Set<String> traces = spans.stream().map(ReceivedSpan::trace).collect(Collectors.toSet());
        assertThat(lines)
                .filteredOn(line -> line.path("message").asString().contains("answered 400"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(traces)
                        .contains(line.path("trace").path("id").asString()));
        assertThat(Files.readString(log)).doesNotContain("t0ps3cret", "t0ken-s3cret");
    }

    private static Map<String, String> environment(String collector) {
        return Map.of(
                "KUBERNETES_SERVICE_HOST", "127.0.0.1",
                "KUBERNETES_SERVICE_PORT", "1",
                "LOGGING_LEVEL_IO_OCEANID", "debug",
                "OTEL_EXPORTER_OTLP_HEADERS", "authorization=t0ken-s3cret",
                "OTEL_EXPORTER_OTLP_ENDPOINT", collector);
    }

    private void sendUntilRefused(int port) {
        RudeClient client = new RudeClient(port);
        int status = 204;
        while (status == 204) {
            SentEvent event = SentEvent.annotation(next.incrementAndGet(), "text");
            status = client.post(new HttpMessage(
                    Map.of("content-type", "application/cloudevents+json"),
                    event.envelope()
                            .replaceFirst("\\{", "{\"traceparent\":\"00-" + TRACE + "-b7ad6b7169203331-01\",")
                            .getBytes(UTF_8)));
            (status == 204 ? acknowledged : unanswered).add(event.id());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
