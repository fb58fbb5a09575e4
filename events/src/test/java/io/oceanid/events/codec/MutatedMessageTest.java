package io.oceanid.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever arrives, an event comes out that can be sent on, or one of the two exceptions that a sender can be told. */
class MutatedMessageTest {

    private static final String[] FRAGMENTS = {
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "1e999999999",
        "1e99999999999",
        "-",
        "0",
        "\\ud83d",
        "\\u0000",
        "\"id\":",
        "\"data\":",
        "\"data_base64\":",
        "\"text/plain; charset=utf-16\"",
        "\"text/x;charset=x-JISAutoDetect\"",
        "[".repeat(600),
        "9".repeat(1200),
        "\uFEFF",
        "%",
        "%C3",
        "%0a",
        ";charset=utf-16",
        "=",
        "🐙",
        " "
    };

    @Test
    void truncatedStructuredMessagesAreRefused() {
        for (CloudEvent event : SampleEvents.all()) {
            HttpMessage message = CloudEventCodec.encodeStructured(event);
            for (int length = 0; length < message.body().length; length++) {
                assertThat(survives(message.headers(), Arrays.copyOf(message.body(), length)))
                        .isFalse();
            }
        }
    }

    @Test
    void mutatedStructuredMessagesAreReadOrRefused() {
        Random random = new Random(1);
        List<HttpMessage> messages = new ArrayList<>();
        SampleEvents.all().forEach(event -> messages.add(CloudEventCodec.encodeStructured(event)));
        messages.add(CloudEventCodec.encodeBatch(SampleEvents.all()));
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            HttpMessage message = messages.get(i % messages.size());
            if (survives(message.headers(), mutate(message.body(), random))) {
                read++;
            }
        }
        // neither outcome is rare, so both are tested
        assertThat(read).isBetween(1_000, 19_000);
    }

    @Test
    void mutatedHeadersAreReadOrRefused() {
        Random random = new Random(2);
        int read = 0;
        List<CloudEvent> events = SampleEvents.all();
        for (int i = 0; i < 20_000; i++) {
            HttpMessage message = CloudEventCodec.encodeBinary(events.get(i % events.size()));
            Map<String, String> headers = new HashMap<>(message.headers());
            List<String> names = List.copyOf(message.headers().keySet());
            String name = names.get(random.nextInt(names.size()));
            headers.computeIfPresent(name, (_, value) -> new String(mutate(value.getBytes(UTF_8), random), UTF_8));
            if (survives(headers, message.body())) {
                read++;
            }
        }
        assertThat(read).isBetween(1_000, 19_000);
    }

    private static boolean survives(Map<String, String> headers, byte[] body) {
        List<CloudEvent> events;
        try {
            events = CloudEventCodec.decode(headers, body);
        } catch (MalformedCloudEventException | UnsupportedCloudEventFormatException refused) {
            assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(600);
            return false;
        }
        HttpMessage batch = CloudEventCodec.encodeBatch(events);
        assertThat(CloudEventCodec.decode(batch.headers(), batch.body())).hasSameSizeAs(events);
        for (CloudEvent event : events) {
            HttpMessage binary = CloudEventCodec.encodeBinary(event);
            CloudEventCodec.decode(binary.headers(), binary.body());
        }
        return true;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int until = Math.min(bytes.length, at + random.nextInt(4));
        byte[] put = switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> new byte[] {(byte) ('a' + random.nextInt(26))};
            default -> FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(UTF_8);
        };
        byte[] mutated = Arrays.copyOf(bytes, at + put.length + bytes.length - until);
        System.arraycopy(put, 0, mutated, at, put.length);
        System.arraycopy(bytes, until, mutated, at + put.length, bytes.length - until);
        return mutated;
    }
}
