package io.oceanid.local;

import io.oceanid.local.failure.CannotRunException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What {@code scripts/local} starts. */
public final class Local {

    private static final int USAGE = 2;

    private Local() {}

    /**
     * Runs all functions, or shows the recorded session on those that run already.
     *
     * @param args as {@code scripts/local --help} explains them
     */
    public static void main(String[] args) {
        // whatever the locale is, which in containers often is none
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.parse(System::getenv, args);
        } catch (CannotRunException e) {
            fail(err, e.getMessage());
            System.exit(USAGE);
            return;
        }
        Lifetime lifetime = Lifetime.ofThisProcess();
        try {
            new LocalRun(options, lifetime, out).run();
            lifetime.exit(0);
        } catch (RuntimeException e) {
            if (lifetime.isEnding()) {
                Lifetime.waitForSignal();
            }
            boolean expected = e instanceof CannotRunException;
            fail(err, expected ? e.getMessage() : "unexpected: " + e + "; the log has more");
            LoggerFactory.getLogger("io.oceanid.local.failure").error("cannot run", e);
            lifetime.exit(1);
        }
    }

    private static void fail(PrintStream err, @Nullable String line) {
        err.println("scripts/local: " + line);
    }
}
