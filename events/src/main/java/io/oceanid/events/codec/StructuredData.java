package io.oceanid.events.codec;

import io.oceanid.events.codec.ContentType.CharsetException;
import io.oceanid.events.json.EventJson;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members {@code data} and {@code data_base64} of an envelope (JSON format, section 3.1). */
final class StructuredData {

    private StructuredData() {}

    /** The bytes that binary mode would carry; null if the event has no data. */
    static byte @Nullable [] read(ObjectNode envelope, ContentType type) {
        JsonNode data = envelope.get("data");
        JsonNode base64 = envelope.get("data_base64");
        if (base64 != null && !base64.isNull()) {
            if (data != null) {
                throw new MalformedCloudEventException("data_base64", "must not be sent together with data");
            }
            return decode(base64);
        }
        // JSON has a null, which is data; elsewhere null can only mean that there is none
        if (data == null || (data.isNull() && !type.isJson())) {
            return null;
        }
        if (type.isJson() && type.isUtf8()) {
            return EventJson.write(data);
        }
        try {
            return type.encode(data.isString() && !type.isJson() ? data.stringValue() : EventJson.text(data));
        } catch (CharsetException e) {
            throw new MalformedCloudEventException("data", "does not fit datacontenttype: " + e.getMessage(), e);
        }
    }

    /** Puts the data in as what it is said to be, or in Base64 if it is something else. */
    static void write(ObjectNode envelope, ContentType type, byte[] data) {
        try {
            if (type.isJson()) {
                envelope.set("data", EventJson.read(type.decode(data)));
                return;
            }
            if (type.isText()) {
                envelope.put("data", type.decode(data));
                return;
            }
        } catch (JacksonException | CharsetException _) {
            // broken data is no reason to lose the event
        }
        envelope.put("data_base64", Base64.getEncoder().encodeToString(data));
    }

    private static byte[] decode(JsonNode base64) {
        if (!base64.isString()) {
            throw new MalformedCloudEventException("data_base64", "must be a string");
        }
        try {
            return Base64.getDecoder().decode(base64.stringValue());
        } catch (IllegalArgumentException e) {
            throw new MalformedCloudEventException("data_base64", "is not Base64 (RFC 4648): " + e.getMessage(), e);
        }
    }
}
