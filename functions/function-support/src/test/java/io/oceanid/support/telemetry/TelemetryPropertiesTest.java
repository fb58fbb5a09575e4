package io.oceanid.support.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetryPropertiesTest {

    static TelemetryProperties to(String endpoint) {
        return new TelemetryProperties(endpoint, "", "", "otlp", "otlp", "", 10_000, 60_000, 1, "sink", "", false);
    }

    @Test
    void tracesAndMetricsGoBelowTheEndpoint() {
        assertThat(to("http://collector:4318/").traces()).contains("http://collector:4318/v1/traces");
        assertThat(to("http://collector:4318").metrics()).contains("http://collector:4318/v1/metrics");
        assertThat(to("").traces()).isEmpty();
    }

    @Test
    void eachMayGoElsewhereOrNowhere() {
        TelemetryProperties properties = new TelemetryProperties(
                "http://a:4318", "http://b:4318/traces", "", "otlp", "none", "", 1, 1, 1, "sink", "", false);

        assertThat(properties.traces()).contains("http://b:4318/traces");
        assertThat(properties.metrics()).isEmpty();
        assertThat(new TelemetryProperties("http://a:4318", "", "", "otlp", "otlp", "", 1, 1, 1, "sink", "", true)
                        .traces())
                .isEmpty();
    }

    @Test
    void headersArePercentEncodedAndNotTold() {
        TelemetryProperties properties = new TelemetryProperties(
                "", "", "", "otlp", "otlp", "Authorization=Basic%20a+b==, x=1", 1, 1, 1, "sink", "", false);

        assertThat(properties.headersByName())
                .containsEntry("Authorization", "Basic a+b==")
                .containsEntry("x", "1");
        assertThat(properties.toString()).doesNotContain("Basic");
    }

    @Test
    void anInstanceIsToldApartFromOthersOfItsName() {
        TelemetryProperties properties =
                new TelemetryProperties("", "", "", "otlp", "otlp", "", 1, 1, 1, "sink", "k8s.pod.name=sink-1", false);
        AttributeKey<String> instance = AttributeKey.stringKey("service.instance.id");

        assertThat(properties.resource().getAttribute(AttributeKey.stringKey("service.name")))
                .isEqualTo("sink");
        assertThat(properties.resource().getAttribute(AttributeKey.stringKey("k8s.pod.name")))
                .isEqualTo("sink-1");
        assertThat(properties.resource().getAttribute(instance))
                .isNotEqualTo(properties.resource().getAttribute(instance));
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_ENDPOINT, collector:4318, otlp, '', 1",
        "OTEL_EXPORTER_OTLP_ENDPOINT, http://user:pw@collector, otlp, '', 1",
        "OTEL_EXPORTER_OTLP_ENDPOINT, http://collector_1:4318, otlp, '', 1",
        "OTEL_TRACES_EXPORTER, '', zipkin, '', 1",
        "OTEL_EXPORTER_OTLP_HEADERS, '', otlp, s3cret, 1",
        "OTEL_EXPORTER_OTLP_HEADERS, '', otlp, a=%s3cret, 1",
        "OTEL_TRACES_SAMPLER_ARG, '', otlp, '', 2"
    })
    void whatCannotBeStopsTheStartByItsName(
            String name, String endpoint, String exporter, String headers, double sampled) {
        assertThatThrownBy(() -> new TelemetryProperties(
                        endpoint, "", "", exporter, "otlp", headers, 1, 1, sampled, "sink", "", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name)
                .hasMessageNotContainingAny("s3cret", "pw");
    }
}
