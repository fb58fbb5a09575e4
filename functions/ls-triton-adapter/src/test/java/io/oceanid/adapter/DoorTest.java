package io.oceanid.adapter;

import io.oceanid.adapter.testing.TestAdapter;
import io.oceanid.support.http.Routes;
import io.oceanid.support.testing.Door;
import org.junit.jupiter.api.Test;

class DoorTest {

    @Test
    void everyRouteAsksForTheSecret() {
        try (TestAdapter adapter = TestAdapter.start(Door.SETTING)) {
            Door.isShutOn(adapter.port(), adapter.bean(Routes.class));
        }
    }
}
