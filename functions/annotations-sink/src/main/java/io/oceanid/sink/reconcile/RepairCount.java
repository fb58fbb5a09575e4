package io.oceanid.sink.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.sink.reconcile.Tally.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The counters {@code oceanid.reconcile.repairs}: what reconciling found amiss and put right, by kind. */
final class RepairCount {

    private final Map<Kind, Counter> counters = new EnumMap<>(Kind.class);

    RepairCount(MeterRegistry meters) {
        Arrays.stream(Kind.values())
                .filter(kind -> kind.is(Tally.Role.REPAIRED))
                .forEach(kind -> counters.put(
                        kind,
                        Counter.builder("oceanid.reconcile.repairs")
                                .description("What the tables lacked of Label Studio's, and were given")
                                .tag("kind", kind.text())
                                .register(meters)));
    }

    void add(Tally tally) {
        tally.counts().forEach((kind, found) -> {
            Counter counter = counters.get(kind);
            if (counter != null) {
                counter.increment(found);
            }
        });
    }
}
