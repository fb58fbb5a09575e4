package io.oceanid.adapter.prediction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts the tasks that were predicted for, and those that could not be.
 *
 * <p>Thread-safe.
 */
public final class PredictionCount {

    private final Counter predicted;
    private final Counter failed;

    public PredictionCount(MeterRegistry meters) {
        predicted = counter(meters, "predicted");
        failed = counter(meters, "failed");
    }

    void add(int tasks, int failures) {
        predicted.increment(tasks - failures);
        failed.increment(failures);
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("oceanid.predictions")
                .description("tasks that predictions were asked for")
                .tag("outcome", outcome)
                .register(meters);
    }
}
