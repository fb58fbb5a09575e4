package io.oceanid.sink.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.sink.testing.DatabaseProxy;
import io.oceanid.sink.testing.DatabaseProxy.State;
import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.testing.Eventually;
import org.junit.jupiter.api.Test;

class QuarantineWatchTest {

    private static final String WAITING = "oceanid.quarantine.waiting";

    @Test
    void howManyWaitIsNotKnownWhileTheDatabaseIsAwayAndIsWhenItIsBack() {
        TestDatabase database = TestDatabase.create();
        database.execute("insert into oceanid.quarantine (digest, reason, bytes) values ('\\x01', 'no JSON', '')");
        try (DatabaseProxy proxy = DatabaseProxy.before(database);
                TestSink sink = TestSink.start(proxy.url(), "--oceanid.quarantine.refresh=100ms")) {
            Eventually.holds(() -> assertThat(sink.gauge(WAITING)).isEqualTo(1));

            proxy.become(State.GONE);
            Eventually.holds(() -> assertThat(sink.gauge(WAITING)).isNaN());

            proxy.become(State.WELL);
            Eventually.holds(() -> assertThat(sink.gauge(WAITING)).isEqualTo(1));
        }
    }
}
