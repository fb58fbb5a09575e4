package io.oceanid.events.codec;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes in headers, data as the body (HTTP binding, section 3.1). The data is never looked into. */
final class BinaryMode {

    private static final String PREFIX = "ce-";

    private BinaryMode() {}

    static CloudEvent decode(Map<String, String> headers, @Nullable String contentType, byte[] body) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        headers.forEach((header, value) -> {
            if (header.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                String name = attributeName(header);
                if (attributes.put(name, attributeValue(name, value)) != null) {
                    throw new MalformedCloudEventException(name, "is given by more than one header");
                }
            }
        });
        if (attributes.isEmpty()) {
            throw new MalformedCloudEventException(
                    null,
                    "is not a CloudEvent: send the headers ce-specversion, ce-id, ce-source and ce-type,"
                            + " or the content-type " + ContentType.STRUCTURED);
        }
        if (contentType != null) {
            attributes.put("datacontenttype", contentType);
        }
        CloudEventBuilder event = ContextAttributes.read(attributes);
        return body.length == 0 ? event.build() : event.withData(body).build();
    }

    static HttpMessage encode(CloudEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        ContextAttributes.of(event).forEach((name, value) -> {
            if (name.equals("datacontenttype")) {
                headers.put("content-type", contentType(value.toString()));
            } else {
                headers.put(PREFIX + name, HeaderValue.encode(value.toString()));
            }
        });
        return new HttpMessage(
                headers, event.getData() == null ? new byte[0] : event.getData().toBytes());
    }

    private static String attributeName(String header) {
        String name =
                ContextAttributes.requireName(header.substring(PREFIX.length()).toLowerCase(Locale.ROOT));
        return switch (name) {
            case "datacontenttype" ->
                throw new MalformedCloudEventException(name, "must be sent as the header content-type");
            case "data" -> throw new MalformedCloudEventException(name, "must be sent as the body");
            default -> name;
        };
    }

    private static String attributeValue(String name, String header) {
        String raw = HeaderValue.unquote(header);
        try {
            String value = HeaderValue.decode(raw);
            boolean uri = name.equals("source") || name.equals("dataschema");
            // many senders put a URI in as it is, and without its own escapes, such as %20, it is none
            return uri && !value.equals(raw) && !isUri(value) && isUri(raw) ? raw : value;
        } catch (CharacterCodingException e) {
            throw new MalformedCloudEventException(
                    name, "must be percent-encoded as UTF-8 but is " + MalformedCloudEventException.quote(raw), e);
        }
    }

    private static String contentType(String datacontenttype) {
        if (ContentType.ofData(datacontenttype).isCloudEvents()) {
            // the data would be taken for the event
            throw new IllegalArgumentException(datacontenttype + " as data can only be sent in structured mode");
        }
        return datacontenttype;
    }

    private static boolean isUri(String value) {
        try {
            return !new URI(value).toString().isEmpty();
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
