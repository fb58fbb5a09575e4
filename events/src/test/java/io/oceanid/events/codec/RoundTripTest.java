package io.oceanid.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    @ParameterizedTest
    @MethodSource("io.oceanid.events.codec.SampleEvents#all")
    void binaryModeLosesNothing(CloudEvent event) {
        assertThat(decode(CloudEventCodec.encodeBinary(event))).containsExactly(event);
    }

    @ParameterizedTest
    @MethodSource("io.oceanid.events.codec.SampleEvents#all")
    void structuredModeLosesNothing(CloudEvent event) {
        assertThat(decode(CloudEventCodec.encodeStructured(event))).containsExactly(event);
    }

    @Test
    void aBatchKeepsEveryEventInItsPlace() {
        assertThat(decode(CloudEventCodec.encodeBatch(SampleEvents.all())))
                .containsExactlyElementsOf(SampleEvents.all());
    }

    @Test
    void anEmptyBatchIsNoEvents() {
        HttpMessage batch = CloudEventCodec.encodeBatch(List.of());

        assertThat(batch.body()).asString().isEqualTo("[]");
        assertThat(decode(batch)).isEmpty();
    }

    @Test
    void extensionsKeepTheirTypeInStructuredModeAndBecomeTextInBinaryMode() {
        CloudEvent event = SampleEvents.minimal()
                .withExtension("attempt", Integer.MIN_VALUE)
                .withExtension("sampled", true)
                .build();

        assertThat(decode(CloudEventCodec.encodeStructured(event))).containsExactly(event);
        assertThat(decode(CloudEventCodec.encodeBinary(event)))
                .containsExactly(SampleEvents.minimal()
                        .withExtension("attempt", "-2147483648")
                        .withExtension("sampled", "true")
                        .build());
    }

    @Test
    void extensionsOfOtherTypesTravelAsTheirCanonicalText() {
        CloudEvent event = SampleEvents.minimal()
                .withExtension("at", OffsetDateTime.parse("2026-01-31T12:00:00Z"))
                .withExtension("digest", new byte[] {-1, 0, 1})
                .withExtension("link", URI.create("https://oceanid.example/"))
                .withExtension("size", 5_000_000_000L)
                .build();
        CloudEvent text = SampleEvents.minimal()
                .withExtension("at", "2026-01-31T12:00:00Z")
                .withExtension("digest", "/wAB")
                .withExtension("link", "https://oceanid.example/")
                .withExtension("size", "5000000000")
                .build();

        assertThat(decode(CloudEventCodec.encodeStructured(event))).containsExactly(text);
        assertThat(decode(CloudEventCodec.encodeBinary(event))).containsExactly(text);
    }

    @Test
    void emptyDataStaysDataInStructuredModeOnly() {
        CloudEvent event =
                SampleEvents.minimal().withData("text/plain", new byte[0]).build();

        assertThat(decode(CloudEventCodec.encodeStructured(event))).containsExactly(event);
        assertThat(decode(CloudEventCodec.encodeBinary(event)))
                .containsExactly(
                        SampleEvents.minimal().withDataContentType("text/plain").build());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyEventSurvivesBinaryMode(@ForAll("events") CloudEvent event) {
        assertThat(decode(CloudEventCodec.encodeBinary(event))).containsExactly(event);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyEventSurvivesStructuredMode(@ForAll("events") CloudEvent event) {
        assertThat(decode(CloudEventCodec.encodeStructured(event))).containsExactly(event);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyEventSurvivesModeAfterMode(@ForAll("events") CloudEvent event) {
        CloudEvent received = decode(CloudEventCodec.encodeBinary(event)).getFirst();
        CloudEvent resent = decode(CloudEventCodec.encodeStructured(received)).getFirst();

        assertThat(decode(CloudEventCodec.encodeBatch(List.of(resent, resent)))).containsExactly(event, event);
    }

    @Provide
    Arbitrary<CloudEvent> events() {
        Arbitrary<String> texts = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> text.codePoints().allMatch(AttributeValue::isAllowed));
        Arbitrary<byte[]> data = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(60),
                Arbitraries.strings().alpha().map(text -> ("{\"text\":\"" + text + "\"}").getBytes(UTF_8)));
        return Combinators.combine(
                        texts,
                        Arbitraries.strings().ascii().map(path -> uri("/path/" + path)),
                        texts,
                        texts.injectNull(0.5),
                        Arbitraries.longs().between(-60_000_000_000L, 250_000_000_000L),
                        texts,
                        Arbitraries.of("application/json", "text/plain", "application/octet-stream", "a/b+json"),
                        data)
                .as((id, source, type, subject, time, note, contentType, bytes) -> CloudEventBuilder.v1()
                        .withId(id)
                        .withSource(source)
                        .withType(type)
                        .withSubject(subject)
                        .withTime(OffsetDateTime.ofInstant(Instant.ofEpochSecond(time), ZoneOffset.ofHours(-3)))
                        .withExtension("note", note)
                        .withData(contentType, bytes)
                        .build());
    }

    private static URI uri(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<CloudEvent> decode(HttpMessage message) {
        return CloudEventCodec.decode(message.headers(), message.body());
    }
}
