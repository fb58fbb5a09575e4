package io.oceanid.support.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** What comes true without anyone saying when. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** Returns once an assertion holds; after some seconds it fails as it does then. */
    public static void holds(Runnable assertion) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            try {
                assertion.run();
                return;
            } catch (AssertionError _) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        assertion.run();
    }
}
