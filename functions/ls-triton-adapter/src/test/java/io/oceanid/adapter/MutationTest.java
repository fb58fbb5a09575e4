package io.oceanid.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.adapter.testing.Recorded;
import io.oceanid.adapter.testing.TestAdapter;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.support.testing.Barrage;
import io.oceanid.support.testing.Barrage.Shot;
import io.oceanid.support.testing.Mutations;
import io.oceanid.support.testing.RawHttp.Answer;
import io.oceanid.support.testing.RawRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Label Studio and brokers send, changed at random. Each predict call that is answered has as many results as tasks. */
class MutationTest {

    private static final List<Recorded> CALLS = Stream.of(
                    "setup",
                    "predict-ml-interactive",
                    "predict-ml-predict-test",
                    "predict-ml-retrieve-predictions",
                    "predict-variant-batch-of-3-one-missing",
                    "reference-server-predict-no-tasks",
                    "reference-server-versions-post",
                    "webhook-ml-train-START_TRAINING")
            .map(Recorded::of)
            .toList();

    private static final List<HttpMessage> EVENTS = RecordedWebhook.all().stream()
            .flatMap(webhook -> new WebhookTranslator(URI.create("https://label-studio.example.org"))
                    .translate(webhook.bytes(), Instant.EPOCH).stream())
            .map(CloudEventCodec::encodeStructured)
            .toList();

    @Test
    void noneFailsOrHangs() {
        try (TestAdapter adapter = TestAdapter.start()) {
            assertThat(Barrage.at(adapter.port(), MutationTest::shot, MutationTest::isWhole))
                    .containsKeys(200, 204, 400);
        }
    }

    private static Shot<byte[]> shot(Mutations mutations) {
        return mutations.oneIn(4) ? event(mutations) : call(mutations);
    }

    private static Shot<byte[]> call(Mutations mutations) {
        Recorded call = mutations.one(CALLS);
        String path = call.path().matches("/(setup|predict|versions|webhook)") ? call.path() : "/predict_ls";
        byte[] body = mutations.body(call.body());
        RawRequest request = RawRequest.post(path).header("Content-Type", "application/json");
        return new Shot<>(request.body(body), path.startsWith("/predict") ? body : new byte[0]);
    }

    private static Shot<byte[]> event(Mutations mutations) {
        HttpMessage event = mutations.one(EVENTS);
        RawRequest request = RawRequest.post("/");
        event.headers().forEach(request::header);
        return new Shot<>(request.body(mutations.body(EventJson.read(event.body()))), new byte[0]);
    }

    private static void isWhole(byte[] predicted, Answer answer) {
        if (answer.status() == 200 && predicted.length > 0) {
            // as text, which is how the function has it: in bytes, half a surrogate pair may not be in a name
            int tasks =
                    EventJson.read(new String(predicted, UTF_8)).path("tasks").size();

            assertThat(EventJson.read(answer.body()).path("results").size()).isEqualTo(tasks);
        }
    }
}
