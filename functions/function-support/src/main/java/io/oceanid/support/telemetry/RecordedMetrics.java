package io.oceanid.support.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.HistogramData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.metrics.export.MetricProducer;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a registry holds as OpenTelemetry's metrics: what Prometheus would read at that moment is pushed, under its
 * original names. Nothing is recorded twice for it. Thread-safe.
 */
final class RecordedMetrics implements MetricProducer {

    private static final double NANOS_PER_SECOND = 1e9;

    private final MeterRegistry meters;
    private final long startNanos = nanos();

    RecordedMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Collection<MetricData> produce(Resource resource) {
        long now = nanos();
        return meters.getMeters().stream()
                .collect(Collectors.groupingBy(meter -> meter.getId().getName()))
                .values()
                .stream()
                .map(same -> metric(resource, same, now))
                .filter(metric -> !metric.isEmpty())
                .toList();
    }

    private MetricData metric(Resource resource, List<Meter> same, long now) {
        Meter.Id id = same.getFirst().getId();
        return switch (id.getType()) {
            case TIMER, DISTRIBUTION_SUMMARY ->
                new Metric(
                        resource,
                        id,
                        MetricDataType.HISTOGRAM,
                        HistogramData.create(
                                AggregationTemporality.CUMULATIVE,
                                same.stream()
                                        .<HistogramPointData>mapMulti((meter, points) -> {
                                            HistogramPointData point = histogram(meter, now);
                                            if (point != null) {
                                                points.accept(point);
                                            }
                                        })
                                        .toList()));
            case COUNTER ->
                new Metric(
                        resource,
                        id,
                        MetricDataType.DOUBLE_SUM,
                        SumData.createDoubleSumData(true, AggregationTemporality.CUMULATIVE, values(same, now)));
            case GAUGE, LONG_TASK_TIMER, OTHER ->
                new Metric(
                        resource, id, MetricDataType.DOUBLE_GAUGE, GaugeData.createDoubleGaugeData(values(same, now)));
        };
    }

    private List<DoublePointData> values(List<Meter> same, long now) {
        return same.stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false)
                        .filter(measurement -> measurement.getStatistic() != Statistic.MAX)
                        .limit(1)
                        .map(measurement -> DoublePointData.create(
                                startNanos, now, attributes(meter), measurement.getValue(), List.of())))
                .filter(point -> Double.isFinite(point.getValue()))
                .toList();
    }

    private @Nullable HistogramPointData histogram(Meter meter, long now) {
        return switch (meter) {
            case io.micrometer.core.instrument.Timer timer ->
                histogram(meter, timer.takeSnapshot(), timer.totalTime(TimeUnit.SECONDS), NANOS_PER_SECOND, now);
            case io.micrometer.core.instrument.DistributionSummary summary ->
                histogram(meter, summary.takeSnapshot(), summary.totalAmount(), 1, now);
            default -> null;
        };
    }

    private HistogramPointData histogram(Meter meter, HistogramSnapshot snapshot, double sum, double unit, long now) {
        List<Double> bounds = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        long below = 0;
        for (CountAtBucket bucket : snapshot.histogramCounts()) {
            if (Double.isInfinite(bucket.bucket())) {
                break;
            }
            bounds.add(bucket.bucket() / unit);
            counts.add(Math.round(bucket.count()) - below);
            below = Math.round(bucket.count());
        }
        counts.add(Math.max(0, snapshot.count() - below));
        return HistogramPointData.create(startNanos, now, attributes(meter), sum, false, 0, false, 0, bounds, counts);
    }

    private static Attributes attributes(Meter meter) {
        AttributesBuilder attributes = Attributes.builder();
        for (Tag tag : meter.getId().getTags()) {
            attributes.put(tag.getKey(), tag.getValue());
        }
        return attributes.build();
    }

    private static long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    /** A metric under the name, unit and description of its meters. */
    private record Metric(Resource resource, Meter.Id id, MetricDataType type, Data<?> data) implements MetricData {

        private static final io.opentelemetry.sdk.common.InstrumentationScopeInfo SCOPE =
                io.opentelemetry.sdk.common.InstrumentationScopeInfo.create("io.oceanid");

        @Override
        public Resource getResource() {
            return resource;
        }

        @Override
        public io.opentelemetry.sdk.common.InstrumentationScopeInfo getInstrumentationScopeInfo() {
            return SCOPE;
        }

        @Override
        public String getName() {
            return id.getName();
        }

        @Override
        public String getDescription() {
            return id.getDescription() == null ? "" : id.getDescription();
        }

        @Override
        public String getUnit() {
            String unit = id.getType() == Meter.Type.TIMER ? "s" : id.getBaseUnit();
            return unit == null ? "" : unit.equals("seconds") ? "s" : unit;
        }

        @Override
        public MetricDataType getType() {
            return type;
        }

        @Override
        public Data<?> getData() {
            return data;
        }
    }
}
