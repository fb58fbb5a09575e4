package io.oceanid.bootstrapper.testing;

import io.oceanid.bootstrapper.ProjectBootstrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bootstrapper in a process of its own that may have little memory. */
public final class SmallJvm implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Netty started on port (\\d+)");

    private final Process process;
    private final int port;

    private SmallJvm(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one. */
    public static SmallJvm start(int megabytes, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                ProjectBootstrapper.class.getName(),
                "--server.port=0",
                "--ACCESS_OFF=true"));
        command.addAll(List.of(settings));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        try {
            Process process = builder.start();
            return new SmallJvm(process, portOf(process.inputReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, on loopback. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int portOf(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                // what it says from here on has to go somewhere
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return Integer.parseInt(started.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("it did not start: " + said);
    }
}
