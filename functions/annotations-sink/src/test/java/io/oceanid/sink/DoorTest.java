package io.oceanid.sink;

import io.oceanid.sink.testing.TestDatabase;
import io.oceanid.sink.testing.TestSink;
import io.oceanid.support.http.Routes;
import io.oceanid.support.testing.Door;
import org.junit.jupiter.api.Test;

class DoorTest {

    @Test
    void everyRouteAsksForTheSecret() {
        try (TestSink sink = TestSink.start(TestDatabase.create().url(), Door.SETTING)) {
            Door.isShutOn(sink.port(), sink.bean(Routes.class));
        }
    }
}
