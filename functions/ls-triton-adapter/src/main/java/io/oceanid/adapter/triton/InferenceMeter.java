package io.oceanid.adapter.triton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import reactor.core.publisher.Mono;

/** Measures the requests to one model. Thread-safe. */
final class InferenceMeter {

    private final MeterRegistry meters;
    private final int most;
    private final Timer done;
    private final Timer failed;
    private final DistributionSummary size;
    private final DistributionSummary fill;
    private final Counter tokens;
    private final Counter windows;

    /**
     * @param model as metrics name it
     * @param most items of one batch
     */
    InferenceMeter(MeterRegistry meters, String model, int most) {
        this.meters = meters;
        this.most = most;
        this.done = duration(model, "done");
        this.failed = duration(model, "failed");
        this.size = DistributionSummary.builder("oceanid.inference.batch.size")
                .description("Texts or windows of one request to a model")
                .tag("model", model)
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128)
                .register(meters);
        this.fill = DistributionSummary.builder("oceanid.inference.batch.fill")
                .description("The size of a request, as a part of what the model takes at once")
                .tag("model", model)
                .serviceLevelObjectives(0.1, 0.25, 0.5, 0.75, 0.9, 1)
                .register(meters);
        this.tokens = counter("oceanid.inference.tokens", "Tokens of texts that were cut into windows", model);
        this.windows = counter("oceanid.inference.windows", "Windows that texts were cut into", model);
    }

    /** A request, measured. */
    <O> Mono<O> measured(int items, Mono<O> request) {
        return Mono.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            size.record(items);
            fill.record((double) items / most);
            // before anybody learns of its end
            return request.doOnSuccess(_ -> sample.stop(done))
                    .doOnError(_ -> sample.stop(failed))
                    .doOnCancel(() -> sample.stop(failed));
        });
    }

    /** A text was cut. */
    void cut(int itsTokens, int itsWindows) {
        tokens.increment(itsTokens);
        windows.increment(itsWindows);
    }

    private Timer duration(String model, String outcome) {
        return Timer.builder("oceanid.inference.duration")
                .description("Requests to a model, with all tries")
                .tag("model", model)
                .tag("outcome", outcome)
                .register(meters);
    }

    private Counter counter(String name, String description, String model) {
        return Counter.builder(name)
                .description(description)
                .tag("model", model)
                .register(meters);
    }
}
