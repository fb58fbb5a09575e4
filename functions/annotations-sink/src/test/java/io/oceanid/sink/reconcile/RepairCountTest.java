package io.oceanid.sink.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.oceanid.sink.reconcile.Tally.Kind;
import org.junit.jupiter.api.Test;

class RepairCountTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void repairsAreCountedByKindAndNothingElseIs() {
        RepairCount count = new RepairCount(meters);

        count.add(Tally.of(Kind.TASK_MISSING, 2).plus(Kind.TASK, 5).plus(Kind.TASK_BURIED, 1));
        count.add(Tally.of(Kind.TASK_MISSING, 1));

        assertThat(meters.get("oceanid.reconcile.repairs")
                        .tag("kind", "task-missing")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(meters.find("oceanid.reconcile.repairs")
                        .tag("kind", "task-buried")
                        .counter())
                .isNull();
    }
}
