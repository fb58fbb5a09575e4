import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long a process takes from its start to its first 200. */
final class FirstAnswer {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** So short that it is not seen in what is measured, and long enough to leave the processor to the one that starts. */
    private static final long PAUSE_NANOS = 100_000;

    private FirstAnswer() {}

    /** In nanoseconds from before it was forked. */
    static long of(FunctionProcess process, String path) throws IOException {
        URI server = URI.create(process.url());
        byte[] request = "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(path, server.getAuthority())
                .getBytes(StandardCharsets.ISO_8859_1);
        while (System.nanoTime() - process.begin() < PATIENCE.toNanos()) {
            try (Wire wire = new Wire(server)) {
                wire.call(request);
                return System.nanoTime() - process.begin();
            } catch (IOException _) {
                if (!process.isAlive()) {
                    throw process.ended();
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new IOException("no 200 of %s%s within %d s".formatted(process.url(), path, PATIENCE.toSeconds()));
    }
}
