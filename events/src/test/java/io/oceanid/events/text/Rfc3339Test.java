package io.oceanid.events.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T12:00:00Z",
                "2026-01-31t12:00:00z",
                "2024-02-29T23:59:59.123456Z",
                "2026-01-31T12:00:00.1+05:30",
                "2026-01-31T12:00:00.123456789-03:30",
                "2026-01-31T12:00:00-00:00",
                "0000-01-01T00:00:00+18:00",
                "9999-12-31T23:59:59.999999999-18:00"
            })
    void aTimeIsTheOneThatJavaReadsThere(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "2026-01-31T12:00Z",
                "2026-01-31T12:00:00",
                "2026-01-31 12:00:00Z",
                "2026-01-31T12:00:00.Z",
                "2026-01-31T12:00:00.1234567890Z",
                "2026-01-31T12:00:00ZZ",
                "2026-01-31T12:00:00+0530",
                "2026-01-31T12:00:00+05",
                "2026-01-31T12:00:00+19:00",
                "2026-01-31T12:00:00+05:60",
                "2026-02-29T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T12:00:60Z",
                "12026-01-31T12:00:00Z",
                "+026-01-31T12:00:00Z",
                "٢٠٢٦-01-31T12:00:00Z"
            })
    void whatIsNoneIsRefused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Rfc3339.parse(text));
    }
}
