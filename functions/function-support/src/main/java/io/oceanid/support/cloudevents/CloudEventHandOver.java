package io.oceanid.support.cloudevents;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.spring.messaging.CloudEventMessageConverter;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.text.Utf8;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/**
 * How decoded events cross Spring Cloud Function unharmed. It reads every body as text, splits JSON arrays into items,
 * binds the envelope of a structured event as its payload and knows {@code ce-*} headers by their lower case only. Two
 * forms survive that: one event with a JSON object as data, in binary mode; and anything else as a batch. Both are called
 * plain text, since any other text is parsed to see whether it is an array.
 */
public final class CloudEventHandOver {

    private static final String CONTENT_TYPE = "content-type";
    private static final String TEXT = "text/plain";
    private static final String JSON = "application/json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final URI RAW = URI.create("/raw");
    private static final CloudEventMessageConverter CONVERTER = new CloudEventMessageConverter();

    private CloudEventHandOver() {}

    /** The headers, all strings, and the body that go into the function's {@code Message<String>}. */
    static Message<byte[]> write(List<CloudEvent> events) {
        if (events.size() == 1
                && isJson(events.getFirst())
                && hasJsonObject(events.getFirst().getData())) {
            MessageHeaders headers = new MessageHeaders(Map.of(CONTENT_TYPE, TEXT));
            return bytes(CONVERTER.toMessage(events.getFirst(), headers));
        }
        return MessageBuilder.withPayload(CloudEventCodec.encodeBatch(events).body())
                .setHeader(CONTENT_TYPE, TEXT)
                .build();
    }

    /** The events that a function's message holds. */
    public static List<CloudEvent> read(Message<String> message) {
        if (message.getHeaders().containsKey("ce-specversion")) {
            CloudEvent event = (CloudEvent) Objects.requireNonNull(CONVERTER.fromMessage(message, CloudEvent.class));
            return List.of(CloudEventBuilder.v1(event).withDataContentType(JSON).build());
        }
        byte[] batch = message.getPayload().getBytes(StandardCharsets.UTF_8);
        return CloudEventCodec.decode(Map.of(CONTENT_TYPE, BATCH), batch);
    }

    /** A body that is no event, as one that holds it byte for byte. */
    static Message<byte[]> writeRaw(@Nullable String contentType, byte[] body) {
        var event = CloudEventBuilder.v1()
                .withId("raw")
                .withSource(RAW)
                .withType("raw")
                .withData(BytesCloudEventData.wrap(body));
        if (contentType != null && !contentType.isBlank()) {
            // an attribute takes no control characters, which is no reason to refuse the body
            event.withSubject(contentType.replaceAll("[^ -~]", "?"));
        }
        return write(List.of(event.build()));
    }

    /** The body that a function's message holds. */
    public static RawBody readRaw(Message<String> message) {
        CloudEvent event = read(message).getFirst();
        CloudEventData data = event.getData();
        return new RawBody(event.getSubject(), data == null ? new byte[0] : data.toBytes());
    }

    /** A body as it came, and what the sender says it is. */
    public record RawBody(@Nullable String contentType, byte[] body) {}

    @SuppressWarnings("unchecked") // the converter knows no other payload
    private static Message<byte[]> bytes(@Nullable Message<?> message) {
        return (Message<byte[]>) Objects.requireNonNull(message);
    }

    /** Data that call themselves CloudEvents would be taken for one on the other side. */
    private static boolean isJson(CloudEvent event) {
        String type = event.getDataContentType();
        return type == null || type.equals(JSON);
    }

    private static boolean hasJsonObject(@Nullable CloudEventData data) {
        if (data == null) {
            return false;
        }
        byte[] bytes = data.toBytes();
        return bytes.length > 1 && bytes[0] == '{' && bytes[bytes.length - 1] == '}' && Utf8.isWellFormed(bytes);
    }
}
