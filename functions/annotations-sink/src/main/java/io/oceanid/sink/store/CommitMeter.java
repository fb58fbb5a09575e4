package io.oceanid.sink.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import reactor.core.publisher.Mono;

/** Measures commits, and counts what they came to. Thread-safe. */
final class CommitMeter {

    private final MeterRegistry meters;
    private final Timer committed;
    private final Timer failed;
    private final DistributionSummary size;
    private final Counter fresh;
    private final Counter repeated;
    private final Counter saved;
    private final Counter stale;

    CommitMeter(MeterRegistry meters) {
        this.meters = meters;
        this.committed = duration("committed");
        this.failed = duration("failed");
        this.size = DistributionSummary.builder("oceanid.sink.commit.size")
                .description("Arrivals committed together")
                .serviceLevelObjectives(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000)
                .register(meters);
        this.fresh = counter("oceanid.sink.inbox.events", "Events, by whether they were stored before", "new");
        this.repeated = counter("oceanid.sink.inbox.events", "Events, by whether they were stored before", "duplicate");
        this.saved =
                counter("oceanid.sink.annotation.states", "States of annotations, by what became of them", "saved");
        this.stale =
                counter("oceanid.sink.annotation.states", "States of annotations, by what became of them", "stale");
    }

    /** The commit of a group, measured before anybody learns of its end. */
    Mono<Void> measured(int arrivals, Mono<Void> commit) {
        return Mono.defer(() -> {
            Timer.Sample sample = Timer.start(meters);
            size.record(arrivals);
            return commit.doOnSuccess(_ -> sample.stop(committed))
                    .doOnError(_ -> sample.stop(failed))
                    .doOnCancel(() -> sample.stop(failed));
        });
    }

    void count(Stored stored) {
        fresh.increment(stored.fresh());
        repeated.increment(stored.repeated());
        saved.increment(stored.saved());
        stale.increment(stored.stale());
    }

    private Timer duration(String outcome) {
        return Timer.builder("oceanid.sink.commit.duration")
                .description("Commits of a group, with all it takes to get to their end")
                .tag("outcome", outcome)
                .register(meters);
    }

    private Counter counter(String name, String description, String outcome) {
        return Counter.builder(name)
                .description(description)
                .tag("outcome", outcome)
                .register(meters);
    }
}
