package io.oceanid.events.codec;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events that every mode must carry without loss, one for each thing that can go wrong. */
final class SampleEvents {

    private SampleEvents() {}

    /** Only what the specification requires. */
    static CloudEventBuilder minimal() {
        return CloudEventBuilder.v1()
                .withId("a-1")
                .withSource(URI.create("/label-studio/projects/7"))
                .withType("io.oceanid.annotation.created.v1");
    }

    static List<CloudEvent> all() {
        return List.of(
                minimal().build(),
                complete(),
                withData(
                        "application/json",
                        "{\"text\":\"Überraschung 🐙\",\"score\":0.10000000000000000001,\"n\":1.50}"),
                withData("application/json", "\"only a string\""),
                withData("application/json", "null"),
                withData("application/json", "{\"never\":\"closed\""),
                withData("application/json", "\"half an emoji \\uD83D\""),
                withData("application/json", "1e9999999999"),
                withData("application/json", "{\"twice\":1,\"twice\":2}"),
                withData("application/json; charset=utf-8", "[1,2,[],{}]"),
                withData("application/vnd.oceanid.annotation+json", "{\"id\":123456789012345678901234567890}"),
                withData("text/json", "true"),
                withData("text/plain", "line one\r\nline \"two\" 🌊 100%\u0000"),
                withData("Text/Plain; Charset=\"UTF-8\"", "ebb and flow"),
                withData("text/plain; charset=iso-8859-1", "Flut".getBytes(StandardCharsets.ISO_8859_1)),
                withData("text/plain; charset=iso-8859-1", "Überflut".getBytes(StandardCharsets.ISO_8859_1)),
                withData("text/plain; charset=x-no-such-charset", "tide"),
                withData("text/plain", new byte[] {(byte) 0xff, 0, (byte) 0xc0}),
                withData("application/xml", "<sea depth=\"11034\"/>"),
                withData("application/octet-stream", new byte[] {0, -1, 127, -128, '{'}),
                withData(null, new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
                withSource("urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66"),
                withSource("https://label.example/a%20b?c=%25&d=%C3%A9#e"),
                withSource("../relative"),
                withSource("/übersee"),
                withExtension(""),
                withExtension(" leading and trailing "),
                withExtension("\"quoted\""),
                withExtension("back\\slash"),
                withExtension("100% of %41 and %zz and %"),
                withExtension("Euro € 😀"),
                withExtension("5"),
                withExtension("true"));
    }

    static CloudEvent complete() {
        return minimal()
                .withSubject("task 42 / 🐙")
                .withTime(OffsetDateTime.parse("2026-02-28T23:59:59.123456789+05:30"))
                .withDataSchema(URI.create("https://oceanid.example/schemas/annotation.v1.json#"))
                .withExtension("partitionkey", "42")
                .withExtension("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .withData("application/json", "{\"id\":1}".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** The data of an event that has some. */
    static byte[] data(CloudEvent event) {
        return Objects.requireNonNull(event.getData()).toBytes();
    }

    private static CloudEvent withData(@Nullable String contentType, String data) {
        return withData(contentType, data.getBytes(StandardCharsets.UTF_8));
    }

    private static CloudEvent withData(@Nullable String contentType, byte[] data) {
        CloudEventBuilder event = minimal().withData(data);
        return contentType == null
                ? event.build()
                : event.withDataContentType(contentType).build();
    }

    private static CloudEvent withSource(String source) {
        return minimal().withSource(URI.create(source)).build();
    }

    private static CloudEvent withExtension(String value) {
        return minimal().withExtension("note", value).build();
    }
}
