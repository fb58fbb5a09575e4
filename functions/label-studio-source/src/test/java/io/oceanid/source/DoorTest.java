package io.oceanid.source;

import io.oceanid.source.testing.FakeBroker;
import io.oceanid.source.testing.TestSource;
import io.oceanid.support.http.Routes;
import io.oceanid.support.testing.Door;
import org.junit.jupiter.api.Test;

class DoorTest {

    @Test
    void everyRouteAsksForTheSecret() {
        try (FakeBroker broker = FakeBroker.start();
                TestSource source = TestSource.patient(broker.url(), Door.SETTING)) {
            Door.isShutOn(source.port(), source.bean(Routes.class));
        }
    }
}
