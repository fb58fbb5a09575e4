package io.oceanid.events.codec;

import io.cloudevents.CloudEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0.2 from HTTP messages and writes them to such, in the three modes of the HTTP binding (section
 * 3): binary, structured and batched, the last two in the JSON event format.
 *
 * <p>Reading is strict: an event that comes out keeps every rule of the specification, except that URIs may hold
 * characters beyond ASCII, and the two modes agree on what its data is.
 *
 * <p>Stateless, hence thread-safe.
 */
public final class CloudEventCodec {

    private CloudEventCodec() {}

    /**
     * An HTTP request or response, as far as it matters to an event.
     *
     * @param headers by name in lower case, in the order to send them
     * @param body not copied, empty if there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // a message is sent, never compared
    public record HttpMessage(Map<String, String> headers, byte[] body) {

        public HttpMessage {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * Reads the events of a message. The content type decides on the mode (HTTP binding, section 3): where it names a
     * CloudEvents format, {@code ce-*} headers are not looked at.
     *
     * <p>All extensions of an event in binary mode are strings, since headers have no other type. An empty body in
     * binary mode is no data. An event in the JSON format that has {@code data} but no {@code datacontenttype} gets the
     * {@code application/json} that is implied (JSON format, section 3.1.2).
     *
     * @param headers by name, in any case
     * @param body empty if there is none; not copied, so leave it alone afterwards
     * @return exactly one event, or in batched mode any number
     * @throws MalformedCloudEventException if the message is not a CloudEvent, or one that breaks a rule
     * @throws UnsupportedCloudEventFormatException if it is in an event format other than JSON
     */
    public static List<CloudEvent> decode(Map<String, String> headers, byte[] body) {
        String header = contentType(headers);
        if (header == null) {
            return List.of(BinaryMode.decode(headers, null, body));
        }
        ContentType type = ContentType.parse(header)
                .orElseThrow(() -> new MalformedCloudEventException(
                        "content-type",
                        "must be a media type such as application/json but is "
                                + MalformedCloudEventException.quote(header)));
        return switch (type.mediaType()) {
            case ContentType.STRUCTURED -> List.of(StructuredMode.decode(type, body));
            case ContentType.BATCH -> StructuredMode.decodeBatch(type, body);
            case String format when type.isCloudEvents() -> throw new UnsupportedCloudEventFormatException(format);
            default -> List.of(BinaryMode.decode(headers, header, body));
        };
    }

    /**
     * Writes an event in binary mode: data as the body, all else in headers (HTTP binding, section 3.1).
     *
     * @throws IllegalArgumentException if the event is of another version than 1.0, or if its data is itself in a
     *     CloudEvents format: receivers would take that for the event
     */
    public static HttpMessage encodeBinary(CloudEvent event) {
        return BinaryMode.encode(event);
    }

    /**
     * Writes an event as one JSON object (HTTP binding, section 3.2). Data that its content type calls JSON is embedded
     * as such, {@code text/*} as a string; all other data, and data that is not what it is called, in Base64.
     *
     * @throws IllegalArgumentException if the event is of another version than 1.0
     */
    public static HttpMessage encodeStructured(CloudEvent event) {
        return new HttpMessage(Map.of("content-type", ContentType.STRUCTURED), StructuredMode.encode(event));
    }

    /**
     * Writes events as one JSON array (HTTP binding, section 3.3), each as {@link #encodeStructured} does.
     *
     * @throws IllegalArgumentException if an event is of another version than 1.0
     */
    public static HttpMessage encodeBatch(List<CloudEvent> events) {
        return new HttpMessage(Map.of("content-type", ContentType.BATCH), StructuredMode.encodeBatch(events));
    }

    private static @Nullable String contentType(Map<String, String> headers) {
        String found = null;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                if (found != null) {
                    throw new MalformedCloudEventException("content-type", "is given by more than one header");
                }
                found = header.getValue();
            }
        }
        return found;
    }
}
