package io.oceanid.local;

import io.oceanid.local.failure.CannotRunException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be ended in reverse order. It is ended by one thread while another may still be starting
 * something: that is waited for, and nothing is started after it.
 */
final class Lifetime implements AutoCloseable {

    /** Ctrl-C reaches our child processes too, and their failure may be seen before the signal is. */
    private static final Duration SIGNAL_DELAY = Duration.ofMillis(300);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private volatile boolean ending;
    private volatile int exitCode;

    /** One that ends with this process, on whatever signal; the process ends with 0 unless something failed. */
    static Lifetime ofThisProcess() {
        Lifetime lifetime = new Lifetime();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            lifetime.close();
                            Runtime.getRuntime().halt(lifetime.exitCode);
                        },
                        "end"));
        return lifetime;
    }

    /** Starts something, unless all is being ended. */
    synchronized <T extends AutoCloseable> T start(Supplier<T> start) {
        if (ending) {
            throw new CannotRunException("it is being ended");
        }
        T one = start.get();
        started.push(one);
        return one;
    }

    /** Whether failures are but the consequence of a signal to end. */
    boolean isEnding() {
        try {
            Thread.sleep(SIGNAL_DELAY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return ending;
    }

    /** Ends the process, and all before it. */
    void exit(int code) {
        exitCode = code;
        System.exit(code);
    }

    /** Until the process is ended. */
    static void waitForSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ending = true;
        endAll();
    }

    private synchronized void endAll() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Lifetime.class).error("not ended well: {}", e.getMessage(), e);
            }
        }
    }
}
