package io.oceanid.support.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.oceanid.support.testing.OtlpReceiver;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MetricsPushTest {

    @AutoClose
    private final OtlpReceiver receiver = OtlpReceiver.start();

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void whatWasRecordedLastIsPushedWhenTheFunctionEnds() {
        MetricsPush push = pushing(receiver.url());
        push.start();
        Counter.builder("oceanid.sink.inbox.events")
                .tag("outcome", "new")
                .register(meters)
                .increment(3);

        push.stop();

        assertThat(metric("oceanid.sink.inbox.events").getSum().getIsMonotonic())
                .isTrue();
        assertThat(metric("oceanid.sink.inbox.events").getSum().getDataPointsList())
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.getAsDouble()).isEqualTo(3);
                    assertThat(point.getAttributes(0).getKey()).isEqualTo("outcome");
                });
        assertThat(push.isRunning()).isFalse();
    }

    @Test
    void aReceiverThatIsBusyIsAskedAgain() {
        receiver.refuse(2);
        MetricsPush push = pushing(receiver.url());
        push.start();
        meters.counter("oceanid.sink.inbox.events").increment();

        push.stop();

        assertThat(metric("oceanid.sink.inbox.events").getSum().getDataPoints(0).getAsDouble())
                .isEqualTo(1);
    }

    @Test
    void aDurationIsAHistogramInSecondsUnderItsOwnName() {
        MetricsPush push = pushing(receiver.url());
        push.start();
        meters.config().meterFilter(new DurationBuckets());
        Timer timer = meters.timer("oceanid.sink.commit.duration");
        timer.record(Duration.ofMillis(3));
        timer.record(Duration.ofMillis(60));
        timer.record(Duration.ofSeconds(60));

        push.stop();

        Metric metric = metric("oceanid.sink.commit.duration");
        assertThat(metric.getUnit()).isEqualTo("s");
        assertThat(metric.getHistogram().getAggregationTemporality())
                .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
        HistogramDataPoint point = metric.getHistogram().getDataPoints(0);
        assertThat(point.getCount()).isEqualTo(3);
        assertThat(point.getExplicitBoundsList()).startsWith(0.005, 0.01).endsWith(7.5, 10.0);
        assertThat(point.getBucketCountsList())
                .containsExactly(1L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(point.getSum()).isBetween(60.06, 60.07);
    }

    @Test
    void withoutAnEndpointNothingIs() {
        MetricsPush push = pushing("");
        push.start();
        meters.counter("oceanid.sink.inbox.events").increment();

        push.stop();

        assertThat(receiver.metrics()).isEmpty();
    }

    private MetricsPush pushing(String endpoint) {
        return new MetricsPush(TelemetryPropertiesTest.to(endpoint), () -> meters);
    }

    private Metric metric(String name) {
        List<Metric> named = receiver.metrics().stream()
                .filter(metric -> metric.getName().equals(name))
                .toList();
        assertThat(named).isNotEmpty();
        return named.getLast();
    }
}
