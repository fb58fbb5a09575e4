package io.oceanid.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryModeTest {

    @Test
    void anEventIsWrittenIntoLowerCaseHeaders() {
        HttpMessage message = CloudEventCodec.encodeBinary(SampleEvents.complete());

        assertThat(message.headers())
                .containsExactly(
                        entry("ce-specversion", "1.0"),
                        entry("ce-id", "a-1"),
                        entry("ce-source", "/label-studio/projects/7"),
                        entry("ce-type", "io.oceanid.annotation.created.v1"),
                        entry("ce-subject", "task%2042%20/%20%F0%9F%90%99"),
                        entry("ce-time", "2026-02-28T23:59:59.123456789+05:30"),
                        entry("ce-dataschema", "https://oceanid.example/schemas/annotation.v1.json#"),
                        entry("content-type", "application/json"),
                        entry("ce-partitionkey", "42"),
                        entry("ce-traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertThat(message.body()).asString().isEqualTo("{\"id\":1}");
    }

    @Test
    void headerNamesAreReadInAnyCase() {
        HttpMessage message = CloudEventCodec.encodeBinary(SampleEvents.complete());

        assertThat(decode(renamed(message, name -> name.toUpperCase(Locale.ROOT)), message.body()))
                .isEqualTo(SampleEvents.complete());
        // as Go sends them
        assertThat(decode(renamed(message, BinaryModeTest::titleCase), message.body()))
                .isEqualTo(SampleEvents.complete());
    }

    @Test
    void theDataIsNotLookedInto() {
        byte[] body = "{ not JSON".getBytes(UTF_8);

        CloudEvent event = decode(with("content-type", "application/json"), body);

        assertThat(SampleEvents.data(event)).isSameAs(body);
    }

    @Test
    void anEmptyBodyIsNoData() {
        assertThat(decode(headers(), new byte[0]).getData()).isNull();
    }

    @Test
    void otherHeadersAreNoAttributes() {
        CloudEvent event = decode(with("authorization", "Bearer x"), new byte[0]);

        assertThat(event.getExtensionNames()).isEmpty();
    }

    @Test
    void attributesAreDecodedOnceAndUnquoted() {
        assertThat(decode(with("ce-subject", "%F0%9F%90%99%2520"), new byte[0]).getSubject())
                .isEqualTo("🐙%20");
        assertThat(decode(with("ce-subject", "\"an \\\"old\\\" sender\""), new byte[0])
                        .getSubject())
                .isEqualTo("an \"old\" sender");
    }

    @ParameterizedTest
    @CsvSource({
        "/a%20b,        /a%20b",
        "/a%2520b,      /a%20b",
        "/caf%C3%A9,    /café",
        "urn:x:100%25,  urn:x:100%25",
        "/plain,        /plain"
    })
    void aSourceThatIsOnlyAUriWithItsEscapesKeepsThem(String header, String source) {
        assertThat(decode(with("ce-source", header), new byte[0]).getSource()).isEqualTo(URI.create(source));
    }

    @Test
    void aMessageWithoutAnySignOfACloudEventIsToldWhatOneNeeds() {
        assertThatExceptionOfType(MalformedCloudEventException.class)
                .isThrownBy(() -> decode(Map.of("content-type", "application/json"), new byte[0]))
                .withMessage("the message is not a CloudEvent: send the headers ce-specversion, ce-id, ce-source and"
                        + " ce-type, or the content-type application/cloudevents+json")
                .returns(null, MalformedCloudEventException::attribute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type"})
    void aRequiredAttributeMustBeThereAndNotEmpty(String attribute) {
        Map<String, String> headers = headers();
        headers.remove("ce-" + attribute);

        assertRefused(headers, attribute, attribute + " is required");
        assertRefused(with("ce-" + attribute, ""), attribute, attribute + " must not be empty");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
        ce-specversion     | 0.3                  | specversion     | must be "1.0" but is "0.3"
        ce-source          | http://[             | source          | must be a URI reference (RFC 3986) but is "http://["
        ce-source          | a b                  | source          | must be a URI reference (RFC 3986) but is "a b"
        ce-subject         | ''                   | subject         | must not be empty
        ce-subject         | a%0D%0Ab             | subject         | must not contain control characters, unpaired surrogates or noncharacters
        ce-note            | %EF%BF%BF            | note            | must not contain control characters, unpaired surrogates or noncharacters
        ce-subject         | %C0%A0               | subject         | must be percent-encoded as UTF-8 but is "%C0%A0"
        ce-dataschema      | schema.json          | dataschema      | must be an absolute URI (RFC 3986) but is "schema.json"
        ce-datacontenttype | text/plain           | datacontenttype | must be sent as the header content-type
        ce-data            | x                    | data            | must be sent as the body
        ce-my-note         | x                    | "my-note"     | is not an attribute name: use lower-case letters a-z and digits only
        ce-my_note         | x                    | "my_note"     | is not an attribute name: use lower-case letters a-z and digits only
        ce-                | x                    | ""            | is not an attribute name: use lower-case letters a-z and digits only
        content-type       | json                 | content-type    | must be a media type such as application/json but is "json"
        CE-ID              | another              | id              | is given by more than one header
        """)
    void aBrokenRuleIsNamed(String header, String value, String attribute, String problem) {
        assertRefused(with(header, value), attribute, attribute + " " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-01-31",
                "2026-01-31T12:00:00",
                "2026-01-31T12:00Z",
                "2026-01-31 12:00:00Z",
                "2026-02-30T12:00:00Z",
                "2026-01-31T25:00:00Z",
                "2026-01-31T12:00:00+01",
                "2026-01-31T12:00:00+01:00[Europe/Berlin]",
                "+12026-01-31T12:00:00Z"
            })
    void aTimeMustBeOfRfc3339(String time) {
        assertRefused(
                with("ce-time", time),
                "time",
                "time must be an RFC 3339 date-time such as 2026-01-31T12:00:00Z but is \"" + time + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,           2026-01-31T12:00Z",
        "2026-01-31t12:00:00.5z,         2026-01-31T12:00:00.500Z",
        "2026-01-31T12:00:00-00:00,      2026-01-31T12:00Z",
        "2026-01-31T12%3A00%3A00+01:00,  2026-01-31T12:00+01:00"
    })
    void everyFormOfRfc3339IsRead(String header, String time) {
        assertThat(decode(with("ce-time", header), new byte[0]).getTime()).hasToString(time);
    }

    @Test
    void twoContentTypesAreRefused() {
        Map<String, String> headers = with("content-type", "application/json");
        headers.put("Content-Type", "application/cloudevents+json");

        assertRefused(headers, "content-type", "content-type is given by more than one header");
    }

    @Test
    void dataThatWouldPassForTheEventIsNotWritten() {
        CloudEvent event = SampleEvents.minimal()
                .withData("application/cloudevents+json", "{}".getBytes(UTF_8))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloudEventCodec.encodeBinary(event))
                .withMessage("application/cloudevents+json as data can only be sent in structured mode");
    }

    @Test
    void whatTheSenderWroteIsQuotedOnlyInPart() {
        assertRefused(
                with("ce-specversion", "9".repeat(10_000)),
                "specversion",
                "specversion must be \"1.0\" but is \"" + "9".repeat(80) + "…\"");
    }

    private static void assertRefused(Map<String, String> headers, String attribute, String message) {
        assertThatExceptionOfType(MalformedCloudEventException.class)
                .isThrownBy(() -> decode(headers, new byte[0]))
                .withMessage(message)
                .returns(attribute, MalformedCloudEventException::attribute);
    }

    private static CloudEvent decode(Map<String, String> headers, byte[] body) {
        return CloudEventCodec.decode(headers, body).getFirst();
    }

    private static Map<String, String> headers() {
        return new LinkedHashMap<>(
                CloudEventCodec.encodeBinary(SampleEvents.minimal().build()).headers());
    }

    private static Map<String, String> with(String header, String value) {
        Map<String, String> headers = headers();
        headers.put(header, value);
        return headers;
    }

    private static Map<String, String> renamed(HttpMessage message, UnaryOperator<String> name) {
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach((header, value) -> headers.put(name.apply(header), value));
        return headers;
    }

    private static String titleCase(String header) {
        return Pattern.compile("\\b[a-z]")
                .matcher(header)
                .replaceAll(first -> first.group().toUpperCase(Locale.ROOT));
    }
}
