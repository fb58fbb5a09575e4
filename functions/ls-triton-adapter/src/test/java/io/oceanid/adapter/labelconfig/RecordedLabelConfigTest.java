package io.oceanid.adapter.labelconfig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The label configs that a real Label Studio 1.23.2 was given, and sent on. */
class RecordedLabelConfigTest {

    @ParameterizedTest
    @CsvSource({"ner, text", "ner-with-carrier, text", "ner-other-data-key, other"})
    void aConfigOfTheProject(String config, String key) throws IOException {
        assertThat(LabelConfig.parse(recorded(config)).controls())
                .singleElement()
                .satisfies(control -> {
                    assertThat(control.name()).isEqualTo("label");
                    assertThat(control.object())
                            .isEqualTo(new TextObject("text", new DataPath(key), false, TextEncoding.NONE));
                    assertThat(control.taskLabels()).isNull();
                });
    }

    @Test
    void labelsKeepTheirOrder() throws IOException {
        assertThat(LabelConfig.parse(recorded("ner-with-carrier"))
                        .controls()
                        .getFirst()
                        .labels())
                .extracting(OfferedLabel::stored)
                .containsExactly(
                        "VESSEL", "HS_CODE", "PORT", "COMMODITY", "IMO", "FLAG", "RISK_LEVEL", "CARRIER", "DATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf-choices", "table-choices", "image-rectangles", "empty", "to-name-nowhere"})
    void aConfigWithoutSpansOfText(String config) throws IOException {
        assertThat(LabelConfig.parse(recorded(config)).controls()).isEmpty();
    }

    @Test
    void theMalformedOne() throws IOException {
        String malformed = recorded("malformed");
        assertThatExceptionOfType(InvalidLabelConfigException.class)
                .isThrownBy(() -> LabelConfig.parse(malformed))
                .withMessageMatching("the label config is no well-formed XML: line 1, column \\d+");
    }

    private static String recorded(String config) throws IOException {
        try (InputStream xml = RecordedLabelConfigTest.class.getResourceAsStream(config + ".xml")) {
            return new String(Objects.requireNonNull(xml).readAllBytes(), UTF_8);
        }
    }
}
