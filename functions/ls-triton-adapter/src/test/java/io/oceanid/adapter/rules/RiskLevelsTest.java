package io.oceanid.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskLevelsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "risk HIGH.|HIGH",
                "a high risk shipment|high",
                "HIGH-RISK|HIGH",
                "low risks|low",
                "risk level: medium|medium",
                "Risk rating = Very High|Very High",
                "risk: critical|critical",
                "risk is low|low",
                "risk rated as moderate|moderate",
                "risk assessed severe|severe",
                "Risk category – elevated|elevated"
            })
    void theLevelIsFound(String text, String level) {
        assertThat(Reading.of(Label.RISK_LEVEL, text)).containsExactly(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "high",
                "risk of high seas",
                "at risk, low tide",
                "brisk high winds",
                "riskhigh",
                "risk highly",
                "highrisk",
                "risky",
                "risk level unknown"
            })
    void anythingElseIsNone(String text) {
        assertThat(Reading.of(Label.RISK_LEVEL, text)).isEmpty();
    }
}
