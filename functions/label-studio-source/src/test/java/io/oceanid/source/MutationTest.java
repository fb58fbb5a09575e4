package io.oceanid.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.source.testing.TestSource;
import io.oceanid.support.testing.Barrage;
import io.oceanid.support.testing.Barrage.Shot;
import io.oceanid.support.testing.Mutations;
import io.oceanid.support.testing.RawHttp.Answer;
import io.oceanid.support.testing.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Recorded webhooks, changed at random: every event of one that was taken is with the broker. */
class MutationTest {

    private static final WebhookTranslator TRANSLATOR = new WebhookTranslator(URI.create(TestSource.LABEL_STUDIO));
    private static final List<RecordedWebhook> RECORDED = RecordedWebhook.all();

    private final Set<String> arrived = ConcurrentHashMap.newKeySet();

    @Test
    void noneFailsHangsOrIsLost() throws IOException {
        HttpServer broker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broker.createContext("/", this::take);
        broker.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        broker.start();
        try (TestSource source =
                TestSource.patient("http://127.0.0.1:" + broker.getAddress().getPort() + "/")) {
            Map<Integer, Integer> statuses = Barrage.at(source.port(), MutationTest::webhook, this::isThere);

            assertThat(statuses).containsKeys(204, 400);
        } finally {
            broker.stop(0);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        byte[] body = exchange.getRequestBody().readAllBytes();
        CloudEventCodec.decode(headers, body).forEach(event -> arrived.add(event.getId()));
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private void isThere(byte[] body, Answer answer) {
        if (answer.status() == 204) {
            assertThat(TRANSLATOR.translate(body, Instant.now()))
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(arrived).contains(event.getId()));
        }
    }

    private static Shot<byte[]> webhook(Mutations mutations) {
        byte[] body = mutations.body(mutations.one(RECORDED).body());
        RawRequest request = mutations.oneIn(20)
                ? RawRequest.post("/webhook").header("X-Webhook-Secret", mutations.text(TestSource.SECRET))
                : TestSource.webhook();
        return new Shot<>(request.header("X-Any", mutations.text("thing")).body(body), body);
    }
}
