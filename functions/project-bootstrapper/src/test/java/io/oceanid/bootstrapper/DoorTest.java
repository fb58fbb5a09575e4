package io.oceanid.bootstrapper;

import io.oceanid.bootstrapper.testing.TestBootstrapper;
import io.oceanid.support.http.Routes;
import io.oceanid.support.testing.Door;
import org.junit.jupiter.api.Test;

class DoorTest {

    @Test
    void everyRouteAsksForTheSecret() {
        try (TestBootstrapper bootstrapper = TestBootstrapper.start(Door.SETTING)) {
            Door.isShutOn(bootstrapper.port(), bootstrapper.bean(Routes.class));
        }
    }
}
