package io.oceanid.sink.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import io.oceanid.events.codec.MalformedCloudEventException;
import io.oceanid.events.codec.UnsupportedCloudEventFormatException;
import io.oceanid.events.json.EventJson;
import io.oceanid.events.labelstudio.RecordedWebhook;
import io.oceanid.events.labelstudio.Secrets;
import io.oceanid.events.labelstudio.UnreadableWebhookException;
import io.oceanid.events.labelstudio.WebhookTranslator;
import io.oceanid.sink.store.Digest;
import io.oceanid.sink.testing.RecordedSession;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.Barrage;
import io.oceanid.support.testing.Barrage.Shot;
import io.oceanid.support.testing.Mutations;
import io.oceanid.support.testing.RawRequest;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Recorded webhooks and events, changed at random: what was taken is in the inbox or in quarantine, all of it. */
@TestInstance(Lifecycle.PER_CLASS)
class MutationTest {

    private static final List<RecordedWebhook> WEBHOOKS = RecordedWebhook.all();
    private static final List<CloudEvent> EVENTS = RecordedSession.events(1);
    private static final WebhookTranslator TRANSLATOR =
            new WebhookTranslator(URI.create("https://label-studio.example.org"));

    private final TestDatabase database = TestDatabase.create();

    @AutoClose
    private final TestSink sink = TestSink.start(database.url());

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void noWebhookFailsHangsOrIsLost() {
        assertThat(fire(MutationTest::webhook)).containsOnlyKeys(204);
    }

    @Test
    void noEventFailsHangsOrIsLost() {
        assertThat(fire(MutationTest::event)).containsKeys(204, 400);
    }

    @Test
    void noDeadLetterFailsHangsOrIsLost() {
        assertThat(fire(MutationTest::deadLetter)).containsKeys(204, 400);
    }

    @Test
    void noQuestionFailsOrHangs() {
        assertThat(Barrage.at(sink.port(), MutationTest::question, (_, _) -> {}))
                .containsKeys(200, 400, 404);
    }

    private Map<Integer, Integer> fire(Function<Mutations, Shot<Set<String>>> shots) {
        Set<String> taken = ConcurrentHashMap.newKeySet();
        Map<Integer, Integer> statuses = Barrage.at(sink.port(), shots, (keys, answer) -> {
            if (answer.status() == 204) {
                taken.addAll(keys);
            }
        });
        assertThat(taken).isNotEmpty();
        Set<String> lost = new HashSet<>(taken);
        lost.removeAll(stored());
        assertThat(lost).isEmpty();
        return statuses;
    }

    private Set<String> stored() {
        return database.rows("""
            select source || ' ' || id as key from oceanid.inbox
            union all
            select event_source || ' ' || event_id from oceanid.quarantine where event_id is not null
            union all
            select encode(digest, 'hex') from oceanid.quarantine
            """).stream()
                .map(row -> String.valueOf(row.get("key")))
                .collect(Collectors.toSet());
    }

    private static Shot<Set<String>> webhook(Mutations mutations) {
        byte[] body = mutations.body(mutations.one(WEBHOOKS).body());
        String type = mutations.oneIn(9) ? mutations.text("application/json") : "application/json";
        return new Shot<>(
                RawRequest.post("/webhook").header("Content-Type", type).body(body), keysOf(body));
    }

    private static Shot<Set<String>> event(Mutations mutations) {
        return mutations.oneIn(2) ? structured(mutations, "/") : binary(mutations, "/", Map.of());
    }

    private static Shot<Set<String>> deadLetter(Mutations mutations) {
        return mutations.oneIn(3)
                ? structured(mutations, "/deadletters")
                : binary(
                        mutations,
                        "/deadletters",
                        Map.of(
                                "ce-knativeerrordest",
                                mutations.text("http://sink.example.org/"),
                                "ce-knativeerrorcode",
                                mutations.text("500")));
    }

    private static Shot<Set<String>> structured(Mutations mutations, String path) {
        HttpMessage message = mutations.oneIn(4)
                ? CloudEventCodec.encodeBatch(List.of(mutations.one(EVENTS), mutations.one(EVENTS)))
                : CloudEventCodec.encodeStructured(mutations.one(EVENTS));
        return shot(path, message.headers(), mutations.body(EventJson.read(message.body())));
    }

    private static Shot<Set<String>> binary(Mutations mutations, String path, Map<String, String> beside) {
        HttpMessage message = CloudEventCodec.encodeBinary(mutations.one(EVENTS));
        Map<String, String> headers = new LinkedHashMap<>(message.headers());
        headers.putAll(beside);
        if (mutations.oneIn(2)) {
            headers.computeIfPresent(mutations.one(List.copyOf(headers.keySet())), (_, value) -> mutations.text(value));
        }
        byte[] body = mutations.oneIn(2) ? message.body() : mutations.body(EventJson.read(message.body()));
        return shot(path, headers, body);
    }

    private static Shot<Set<String>> shot(String path, Map<String, String> headers, byte[] body) {
        RawRequest request = RawRequest.post(path);
        headers.forEach(request::header);
        return new Shot<>(request.body(body), keysOf(headers, body));
    }

    private static Shot<String> question(Mutations mutations) {
        String id = mutations.oneIn(2) ? "1" : mutations.encoded("1");
        String target = switch (mutations.one(List.of(0, 1, 2, 3, 4))) {
            case 0 ->
                "/projects/%s/export?format=%s&spreadsheet=%s"
                        .formatted(id, mutations.encoded("csv"), mutations.encoded("true"));
            case 1 -> "/annotations/" + id + "/history";
            case 2 -> "/projects/" + id + "/agreement";
            case 3 -> "/quarantine?limit=" + mutations.encoded("10") + "&after=" + mutations.encoded("0");
            default -> "/" + mutations.encoded("health");
        };
        return new Shot<>(RawRequest.of("GET", target).end(), target);
    }

    /** What a webhook that is taken leaves behind. */
    private static Set<String> keysOf(byte[] body) {
        try {
            return keysOf(TRANSLATOR.translate(body, Instant.now()));
        } catch (UnreadableWebhookException _) {
            return Set.of(Digest.hex(Secrets.redact(body)));
        }
    }

    /** What events that are taken leave behind; nothing where they cannot be read, since then they are refused. */
    private static Set<String> keysOf(Map<String, String> headers, byte[] body) {
        try {
            Map<String, String> received = new LinkedHashMap<>();
            // a header that is not percent-encoded comes byte for byte
            headers.forEach((name, value) -> received.put(name, new String(value.getBytes(UTF_8), ISO_8859_1)));
            return keysOf(CloudEventCodec.decode(received, body));
        } catch (MalformedCloudEventException | UnsupportedCloudEventFormatException _) {
            return Set.of();
        }
    }

    private static Set<String> keysOf(List<CloudEvent> events) {
        return events.stream()
                .map(event ->
                        Unstorable.replaceIn(event.getSource().toString()) + " " + Unstorable.replaceIn(event.getId()))
                .collect(Collectors.toSet());
    }
}
