package io.oceanid.source.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {

    private static final CloudEvent EVENT = CloudEventBuilder.v1()
            .withId("1")
            .withSource(URI.create("/x"))
            .withType("t")
            .withExtension("partitionkey", "projects/7")
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "{\"extensions\":null}", "{\"extensions\":{}}", "{\"other\":1}"})
    void noneLeaveAnEventAsItIs(String json) {
        assertThat(Overrides.read(json).on(EVENT)).isEqualTo(EVENT);
    }

    @Test
    void anExtensionIsAddedOrReplaced() {
        Overrides overrides =
                Overrides.read("{\"extensions\":{\"partitionkey\":\"one\",\"cluster7\":\"\\\"ä\\\" 100 %\"}}");

        assertThat(overrides.on(EVENT).getExtension("partitionkey")).isEqualTo("one");
        assertThat(OutgoingEvent.of(EVENT, overrides).message().headers())
                .containsAllEntriesOf(Map.of(
                        "ce-partitionkey",
                        "one",
                        "ce-cluster7",
                        "%22%C3%A4%22%20100%20%25",
                        "ce-id",
                        "1",
                        "ce-type",
                        "t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "1",
                "{\"extensions\":[]}",
                "{\"extensions\":\"s3cret\"}",
                "{\"extensions\":{\"A\":\"s3cret\"}}",
                "{\"extensions\":{\"\":\"s3cret\"}}",
                "{\"extensions\":{\"a-b\":\"s3cret\"}}",
                "{\"extensions\":{\"data\":\"s3cret\"}}",
                "{\"extensions\":{\"specversion\":\"s3cret\"}}",
                "{\"extensions\":{\"a\":null}}",
                "{\"extensions\":{\"a\":true}}",
                "{\"extensions\":{\"a\":{\"s3cret\":1}}}",
                "{\"extensions\":{\"a\":\"s3cret\\r\\nX-Other: 1\"}}",
                "{\"extensions\":{\"a\":\"1\"}}{}"
            })
    void whatIsNoOverridesIsRefusedAndNotQuoted(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overrides.read(json))
                .withMessageStartingWith("K_CE_OVERRIDES ")
                .withMessageNotContaining("s3cret");
    }
}
