package io.oceanid.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredModeTest {

    private static final String REQUIRED = "\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"";

    @Test
    void anEventIsWrittenAsOneObject() {
        assertThat(CloudEventCodec.encodeStructured(SampleEvents.complete()).headers())
                .containsExactly(Map.entry("content-type", "application/cloudevents+json"));
        assertThat(CloudEventCodec.encodeStructured(SampleEvents.complete()).body())
                .asString()
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"a-1\",\"source\":\"/label-studio/projects/7\","
                        + "\"type\":\"io.oceanid.annotation.created.v1\",\"subject\":\"task 42 / 🐙\","
                        + "\"time\":\"2026-02-28T23:59:59.123456789+05:30\","
                        + "\"dataschema\":\"https://oceanid.example/schemas/annotation.v1.json#\","
                        + "\"datacontenttype\":\"application/json\",\"partitionkey\":\"42\","
                        + "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\","
                        + "\"data\":{\"id\":1}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "Application/CloudEvents+JSON",
                " application/cloudevents+json ; charset=utf-8",
                "application/cloudevents+json;Charset=\"UTF-8\";profile=x",
            })
    void theContentTypeIsReadWithItsParametersInAnyCase(String contentType) {
        assertThat(CloudEventCodec.decode(Map.of("CONTENT-TYPE", contentType), json(REQUIRED)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "utf-16", "UTF-16LE", "windows-1252"})
    void theCharsetOfTheContentTypeIsHonoured(String charset) {
        byte[] body = ("{" + REQUIRED + ",\"subject\":\"Ålesund\",\"data\":\"Ø\"}").getBytes(Charset.forName(charset));

        CloudEvent event = CloudEventCodec.decode(
                        Map.of("content-type", "application/cloudevents+json; charset=" + charset), body)
                .getFirst();

        assertThat(event.getSubject()).isEqualTo("Ålesund");
        assertThat(SampleEvents.data(event)).asString(UTF_8).isEqualTo("\"Ø\"");
    }

    @ParameterizedTest
    @CsvSource({
        "x-no-such-charset, the charset \"x-no-such-charset\" is unknown",
        "no such charset,   the charset \"no\" is unknown",
        "'',                the charset \"\" is unknown",
        "x-JISAutoDetect,   the charset \"x-JISAutoDetect\" is unknown",
        "us-ascii,          it is not valid US-ASCII"
    })
    void aCharsetThatCannotBeReadIsRefused(String charset, String reason) {
        assertThatExceptionOfType(MalformedCloudEventException.class)
                .isThrownBy(() -> CloudEventCodec.decode(
                        Map.of("content-type", "application/cloudevents+json; charset=" + charset),
                        json(REQUIRED + ",\"subject\":\"é\"")))
                .withMessage("content-type does not fit the body: " + reason)
                .returns("content-type", MalformedCloudEventException::attribute);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+avro",
                "application/CloudEvents+XML; charset=utf-8",
                "application/cloudevents-batch+protobuf",
                "application/cloudevents"
            })
    void anotherEventFormatIsUnsupported(String contentType) {
        assertThatExceptionOfType(UnsupportedCloudEventFormatException.class)
                .isThrownBy(() -> CloudEventCodec.decode(Map.of("content-type", contentType), new byte[0]))
                .withMessageEndingWith(" is not supported: send application/cloudevents+json,"
                        + " application/cloudevents-batch+json, or the binary mode with ce-* headers")
                .satisfies(e -> assertThat(contentType).startsWithIgnoringCase(e.mediaType()));
    }

    @Test
    void theContentTypeWinsOverTheHeaders() {
        assertThat(CloudEventCodec.decode(
                                Map.of("content-type", "application/cloudevents+json", "ce-id", "2", "ce-x_y", "?"),
                                json(REQUIRED))
                        .getFirst()
                        .getId())
                .isEqualTo("1");
    }

    @Test
    void nullIsAnAbsentAttribute() {
        assertThat(decode(REQUIRED
                        + ",\"subject\":null,\"time\":null,\"dataschema\":null,\"datacontenttype\":null,\"note\":null"))
                .isEqualTo(decode(REQUIRED));
    }

    @Test
    void dataWithoutAContentTypeIsJsonAndSaysSo() {
        CloudEvent event = decode(REQUIRED + ",\"data\":{\"price\": 1.10, \"n\": 12345678901234567890}");

        assertThat(data(event)).isEqualTo("{\"price\":1.10,\"n\":12345678901234567890}");
        assertThat(event.getDataContentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\u0000', delimiter = '|', textBlock = """
        application/json         | "text"  | "text"
        application/json         | null      | null
        application/vnd.x+json   | [1, 2]    | [1,2]
        TEXT/JSON; charset=utf-8 | "text"  | "text"
        text/plain               | "text"  | text
        text/plain               | "\\u00e9" | é
        application/xml          | "<a/>"  | <a/>
        text/plain               | {"a": 1} | {"a":1}
        text/plain               | 1.50      | 1.50
        """)
    void dataIsReadAsItsContentTypeSays(String contentType, String json, String expected) {
        assertThat(data(decode(REQUIRED + ",\"datacontenttype\":\"" + contentType + "\",\"data\":" + json)))
                .isEqualTo(expected);
    }

    @Test
    void textIsWrittenInTheCharsetOfItsContentType() {
        CloudEvent event = decode(REQUIRED + ",\"datacontenttype\":\"text/plain; charset=iso-8859-1\",\"data\":\"é\"");

        assertThat(SampleEvents.data(event)).containsExactly(0xe9);
    }

    @Test
    void absentDataStaysAbsent() {
        assertThat(decode(REQUIRED).getData()).isNull();
        assertThat(decode(REQUIRED).getDataContentType()).isNull();
        assertThat(decode(REQUIRED + ",\"data_base64\":null").getData()).isNull();
        assertThat(decode(REQUIRED + ",\"datacontenttype\":\"text/plain\",\"data\":null")
                        .getData())
                .isNull();
        assertThat(CloudEventCodec.encodeStructured(SampleEvents.minimal().build())
                        .body())
                .asString()
                .doesNotContain("data");
    }

    @Test
    void base64IsDecodedWhateverTheContentType() {
        assertThat(data(decode(REQUIRED + ",\"data_base64\":\"w6k=\""))).isEqualTo("é");
        assertThat(data(decode(REQUIRED + ",\"datacontenttype\":\"application/json\",\"data_base64\":\"e30=\"")))
                .isEqualTo("{}");
        assertThat(decode(REQUIRED + ",\"data_base64\":\"e30=\"").getDataContentType())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\u0000', delimiter = '|', textBlock = """
        application/json         | {"a":1}    | "data":{"a":1}
        application/json         | {"a":      | "data_base64":"eyJhIjo="
        application/vnd.x+json   | 1.50         | "data":1.50
        text/csv                 | a,b          | "data":"a,b"
        application/xml          | <a/>         | "data_base64":"PGEvPg=="
        """)
    void dataIsWrittenAsItsContentTypeSays(String contentType, String data, String member) {
        CloudEvent event = SampleEvents.minimal()
                .withData(contentType, data.getBytes(UTF_8))
                .build();

        assertThat(CloudEventCodec.encodeStructured(event).body()).asString().endsWith("," + member + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type"})
    void aRequiredAttributeMustBeThereAndNotEmpty(String attribute) {
        String members = REQUIRED.replaceFirst("\"" + attribute + "\":\"[^\"]*\"", "\"" + attribute + "\":%s");

        assertRefused(members.formatted("null"), attribute, attribute + " is required");
        assertRefused(
                members.replace("\"" + attribute + "\":", "\"x\":").formatted("1"),
                attribute,
                attribute + " is required");
        assertRefused(members.formatted("\"\""), attribute, attribute + " must not be empty");
        assertRefused(members.formatted("1"), attribute, attribute + " must be a string but is 1");
        assertRefused(members.formatted("true"), attribute, attribute + " must be a string but is true");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\u0000', delimiter = '|', textBlock = """
        "note":{}            | note        | must be a string, a boolean or an integer of 32 bits but is an object
        "note":[1]           | note        | must be a string, a boolean or an integer of 32 bits but is an array
        "note":1.0           | note        | must be a string, a boolean or an integer of 32 bits but is 1.0
        "note":2147483648    | note        | must be a string, a boolean or an integer of 32 bits but is 2147483648
        "note":"a\\nb"     | note        | must not contain control characters, unpaired surrogates or noncharacters
        "note":"\\ud83d"   | note        | must not contain control characters, unpaired surrogates or noncharacters
        "note":-777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777 | note | must be a string, a boolean or an integer of 32 bits but is -7777777777777777777777777777777777777777777777777777777777777777777777777777777…
        "datacontenttype":"a/b;c=é" | datacontenttype | must be a media type such as application/json but is "a/b;c=é"
        "subject":""       | subject     | must not be empty
        "subject":false      | subject     | must be a string but is false
        "time":5             | time        | must be a string but is 5
        "time":"noon"      | time        | must be an RFC 3339 date-time such as 2026-01-31T12:00:00Z but is "noon"
        "dataschema":"%"   | dataschema  | must be a URI reference (RFC 3986) but is "%"
        "datacontenttype":"json" | datacontenttype | must be a media type such as application/json but is "json"
        "Note":1             | "Note"    | is not an attribute name: use lower-case letters a-z and digits only
        "no\\nte":{}         | "no\\nte" | is not an attribute name: use lower-case letters a-z and digits only
        "":null              | ""        | is not an attribute name: use lower-case letters a-z and digits only
        "data":null,"data_base64":"" | data_base64 | must not be sent together with data
        "data_base64":1      | data_base64 | must be a string
        "data_base64":"_-8=" | data_base64 | is not Base64 (RFC 4648): Illegal base64 character 5f
        "datacontenttype":"text/x","data":"\\ud83d" | data | does not fit datacontenttype: it has characters that UTF-8 has not
        """)
    void aBrokenRuleIsNamed(String members, String attribute, String problem) {
        assertRefused(REQUIRED + "," + members, attribute, attribute + " " + problem);
    }

    @Test
    void textThatItsCharsetDoesNotHaveIsRefused() {
        assertRefused(
                REQUIRED + ",\"datacontenttype\":\"text/plain; charset=us-ascii\",\"data\":\"é\"",
                "data",
                "data does not fit datacontenttype: it has characters that US-ASCII has not");
        assertRefused(
                REQUIRED + ",\"datacontenttype\":\"text/plain; charset=?\",\"data\":\"e\"",
                "data",
                "data does not fit datacontenttype: the charset \"?\" is unknown");
    }

    @Test
    void aDuplicateKeyIsRefused() {
        assertRefused(
                REQUIRED + ",\"id\":\"2\"",
                null,
                "the message is not valid JSON: Duplicate Object property \"id\" (line 1, column 60)");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\u0000', delimiter = '|', textBlock = """
        application/cloudevents+json       | []          | the message must be a JSON object but is an array
        application/cloudevents+json       | null        | the message must be a JSON object but is null
        application/cloudevents+json       | "{}"      | the message must be a JSON object but is a string
        application/cloudevents+json       | 17          | the message must be a JSON object but is 17
        application/cloudevents-batch+json | {}          | the message must be a JSON array of CloudEvents but is an object
        """)
    void aBodyOfTheWrongKindIsRefused(String contentType, String body, String message) {
        assertRefused(contentType, body.getBytes(UTF_8), null, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"id\":",
                "{}{}",
                "{'id':1}",
                "\u0000",
                "nul",
                "{\"id\":\"\u0001\"}",
                "{\"n\":01}",
                "{\"n\":1e9999999999}"
            })
    void brokenJsonIsRefused(String body) {
        assertThatExceptionOfType(MalformedCloudEventException.class)
                .isThrownBy(() -> CloudEventCodec.decode(
                        Map.of("content-type", "application/cloudevents+json"), body.getBytes(UTF_8)))
                .withMessageStartingWith("the message is not valid JSON: ")
                .returns(null, MalformedCloudEventException::attribute);
    }

    @Test
    void aFaultInABatchTellsWhichEvent() {
        String good = "{" + REQUIRED + "}";

        assertRefused(
                "application/cloudevents-batch+json",
                ("[" + good + "," + good + "," + good + "," + good.replace("/s", ":") + "]").getBytes(UTF_8),
                "[3].source",
                "[3].source must be a URI reference (RFC 3986) but is \":\"");
        assertRefused(
                "application/cloudevents-batch+json",
                ("[" + good + ",null]").getBytes(UTF_8),
                "[1]",
                "[1] must be a JSON object but is null");
    }

    @Test
    void onlyVersionOneIsWritten() {
        CloudEvent old = CloudEventBuilder.v03(SampleEvents.complete()).build();

        for (var encode : List.<Runnable>of(
                () -> CloudEventCodec.encodeBinary(old),
                () -> CloudEventCodec.encodeStructured(old),
                () -> CloudEventCodec.encodeBatch(List.of(old)))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(encode::run)
                    .withMessage("only CloudEvents 1.0 are written, not 0.3");
        }
    }

    private static void assertRefused(String members, @Nullable String attribute, String message) {
        assertRefused("application/cloudevents+json", json(members), attribute, message);
    }

    private static void assertRefused(String contentType, byte[] body, @Nullable String attribute, String message) {
        assertThatExceptionOfType(MalformedCloudEventException.class)
                .isThrownBy(() -> CloudEventCodec.decode(Map.of("content-type", contentType), body))
                .withMessage(message)
                .returns(attribute, MalformedCloudEventException::attribute);
    }

    private static CloudEvent decode(String members) {
        return CloudEventCodec.decode(Map.of("content-type", "application/cloudevents+json"), json(members))
                .getFirst();
    }

    private static byte[] json(String members) {
        return ("{" + members + "}").getBytes(UTF_8);
    }

    private static String data(CloudEvent event) {
        return new String(SampleEvents.data(event), UTF_8);
    }
}
