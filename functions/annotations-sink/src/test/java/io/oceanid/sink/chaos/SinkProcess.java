package io.oceanid.sink.chaos;

import io.oceanid.sink.AnnotationsSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A sink in a process of its own, which can be killed. */
final class SinkProcess implements AutoCloseable {

    private final Process process;

    private SinkProcess(Process process) {
        this.process = process;
    }

    static SinkProcess start(String databaseUrl, int port) {
        return start(databaseUrl, port, Map.of("LOGGING_LEVEL_ROOT", "warn"), Redirect.INHERIT);
    }

    static SinkProcess start(String databaseUrl, int port, Map<String, String> environment, Redirect output) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AnnotationsSink.class.getName(),
                "--server.port=" + port);
        builder.environment().put("DATABASE_URL", databaseUrl);
        builder.environment().put("ACCESS_OFF", "true");
        builder.environment().put("LABEL_STUDIO_URL", "https://label-studio.example.org");
        builder.environment().putAll(environment);
        builder.redirectError(Redirect.INHERIT).redirectOutput(output);
        try {
            SinkProcess sink = new SinkProcess(builder.start());
            sink.waitUntilListening(port);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in the middle of whatever it does. */
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** Asks it to end (SIGTERM), and waits for nothing. */
    void terminate() {
        process.destroy();
    }

    /** Asks it to end: it finishes what it has begun. */
    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the sink did not end within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void waitUntilListening(int port) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException _) {
                pause();
            }
        }
        throw new IllegalStateException("the sink did not start");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
