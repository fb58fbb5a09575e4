import java.io.IOException;
import java.time.Duration;

/** Waits for what comes in its own time. */
final class Eventually {

    private Eventually() {}

    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** @throws IOException if it does not come in time */
    static void within(Duration time, String what, Condition condition) throws IOException, InterruptedException {
        if (!comes(time, condition)) {
            throw new IOException("after %d s it is still not so that %s".formatted(time.toSeconds(), what));
        }
    }

    static boolean comes(Duration time, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(500);
        }
        return true;
    }
}
