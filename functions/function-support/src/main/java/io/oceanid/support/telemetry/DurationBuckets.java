package io.oceanid.support.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.stream.DoubleStream;

/** Gives every duration the buckets that OpenTelemetry's conventions advise, so that quantiles add up over instances. */
final class DurationBuckets implements MeterFilter {

    private static final double[] NANOSECONDS = DoubleStream.of(
                    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
            .map(seconds -> seconds * 1e9)
            .toArray();

    private static final DistributionStatisticConfig CONFIG = DistributionStatisticConfig.builder()
            .serviceLevelObjectives(NANOSECONDS)
            .build();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getType() == Meter.Type.TIMER && id.getName().endsWith(".duration") ? CONFIG.merge(config) : config;
    }
}
