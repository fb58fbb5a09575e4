package io.oceanid.support.testing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Reads all that is logged while tests run, and fails a class after which a secret stands there that tests have planted: in
 * settings, headers, webhooks, recorded answers (found by JUnit as a service).
 */
public final class LoggedSecrets implements BeforeAllCallback, AfterAllCallback {

    /** What tests call their secrets, and those in what was recorded. */
    private static final Pattern PLANTED = Pattern.compile("s3cret|open-sesame|0123456789abcdef0123456789abcdef01234567"
            + "|2lmkoBNG7j00|yGqm8LRhp6NU|cCfadlozTgnq|o37vXgFR87fL|I97LT2YwfmLh|z0qymdCre8I7|usGrZ0U63iCC"
            + "|qivyL70ErKIf|UnkvXFlqlcxT");

    private static final WatchedLines LINES = new WatchedLines(PLANTED);

    static {
        System.setOut(through(System.out));
        System.setErr(through(System.err));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // to be loaded is all there is to do
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> found = LINES.take();
        if (!found.isEmpty()) {
            throw new AssertionError("a secret was logged: " + found);
        }
    }

    private static PrintStream through(PrintStream stream) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        LINES.add(bytes, from, length);
                        stream.write(bytes, from, length);
                    }

                    @Override
                    public void flush() {
                        stream.flush();
                    }
                },
                true,
                stream.charset());
    }
}
