package io.oceanid.events.codec;

import static io.oceanid.events.codec.MalformedCloudEventException.quote;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.events.text.Rfc3339;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One attribute as it arrived, and what it must be (CloudEvents 1.0.2, section 2.2).
 *
 * @param value a String, Boolean or Integer; null if the attribute is absent
 */
record AttributeValue(String name, @Nullable Object value) {

    String text() {
        return switch (value) {
            case null -> throw new MalformedCloudEventException(name, "is required");
            case String text when text.isEmpty() -> throw new MalformedCloudEventException(name, "must not be empty");
            case String text -> requireAllowed(text);
            default -> throw new MalformedCloudEventException(name, "must be a string but is " + value);
        };
    }

    URI uri() {
        String text = text();
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new MalformedCloudEventException(name, "must be a URI reference (RFC 3986) but is " + quote(text), e);
        }
    }

    URI absoluteUri() {
        URI uri = uri();
        if (!uri.isAbsolute()) {
            throw new MalformedCloudEventException(
                    name, "must be an absolute URI (RFC 3986) but is " + quote(uri.toString()));
        }
        return uri;
    }

    OffsetDateTime time() {
        String text = text();
        try {
            return Rfc3339.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedCloudEventException(
                    name, "must be an RFC 3339 date-time such as 2026-01-31T12:00:00Z but is " + quote(text), e);
        }
    }

    String contentType() {
        String text = text();
        if (ContentType.parse(text).isEmpty()) {
            throw new MalformedCloudEventException(
                    name, "must be a media type such as application/json but is " + quote(text));
        }
        return text;
    }

    void extend(CloudEventBuilder event) {
        switch (value) {
            case Boolean flag -> event.withExtension(name, flag);
            case Integer number -> event.withExtension(name, number);
            case String text -> event.withExtension(name, requireAllowed(text));
            case null, default -> throw new IllegalStateException(name + " is neither a String, Boolean nor Integer");
        }
    }

    private String requireAllowed(String text) {
        if (!text.codePoints().allMatch(AttributeValue::isAllowed)) {
            throw new MalformedCloudEventException(
                    name, "must not contain control characters, unpaired surrogates or noncharacters");
        }
        return text;
    }

    static boolean isAllowed(int codePoint) {
        boolean noncharacter = (codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
        return !noncharacter
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
    }
}
