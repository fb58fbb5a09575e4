package io.oceanid.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.oceanid.sink.intake.Intake;
import io.oceanid.sink.testing.RecordedSession;
import io.oceanid.sink.testing.SinkParts;
import io.oceanid.sink.testing.Tables;
import io.oceanid.sink.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrivalOrderTest {

    private final List<CloudEvent> events = RecordedSession.events(3);

    @SuppressWarnings("NullAway.Init")
    private Tables inOrderOnce;

    @BeforeAll
    void storeInOrderOnce() {
        inOrderOnce = tablesAfter(events, 1);
    }

    @Test
    void storesTheRecordedSession() {
        assertThat(inOrderOnce.rows().get("annotation")).hasSize(45);
        assertThat(inOrderOnce.rows().get("quarantine")).hasSize(4);
        assertThat(inOrderOnce.rows().get("inbox"))
                .hasSize((int) events.stream().map(CloudEvent::getId).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theTablesAreTheSameHoweverOftenAndInWhateverOrderEventsCome(int seed) {
        Random random = new Random(seed);
        List<CloudEvent> shuffled = new ArrayList<>();
        events.forEach(event -> shuffled.addAll(Collections.nCopies(1 + random.nextInt(3), event)));
        Collections.shuffle(shuffled, random);

        assertThat(tablesAfter(shuffled, 1 + random.nextInt(20)).differencesTo(inOrderOnce))
                .isEmpty();
    }

    @Test
    void theTablesAreTheSameAfterTheReverseOrder() {
        assertThat(tablesAfter(events.reversed(), 1).differencesTo(inOrderOnce)).isEmpty();
    }

    private static Tables tablesAfter(List<CloudEvent> events, int groupSize) {
        TestDatabase database = TestDatabase.create();
        try (SinkParts sink = SinkParts.on(database)) {
            Intake intake = sink.intake();
            for (int i = 0; i < events.size(); i += groupSize) {
                intake.accept(events.subList(i, Math.min(i + groupSize, events.size())), Origin.EVENT)
                        .block();
            }
        }
        return Tables.of(database);
    }
}
