import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One of several that do the same, running, to be measured beside each other. */
final class Contender implements AutoCloseable {

    private final String name;
    private final boolean peer;
    private final FunctionProcess process;
    private long mostMemory;

    /**
     * Starts it and waits until it answers.
     *
     * @param peer whether it is one that ours are compared with
     * @param settings its environment variables
     */
    Contender(String name, boolean peer, List<String> program, Path logs, Map<String, String> settings)
            throws IOException, InterruptedException {
        this.name = name;
        this.peer = peer;
        Path log = logs.resolve("throughput-" + name.replaceAll("[^A-Za-z0-9]+", "-") + ".log");
        Files.deleteIfExists(log);
        this.process = FunctionProcess.launch(name, program, log, settings);
        process.awaitHealth();
    }

    String name() {
        return name;
    }

    boolean isPeer() {
        return peer;
    }

    URI uri() {
        return URI.create(process.url());
    }

    /** Notes how much memory it has now. */
    void noteMemory() throws IOException {
        long memory = 0;
        for (ProcessUsage process : processes()) {
            memory += process.memory().all();
        }
        mostMemory = Math.max(mostMemory, memory);
    }

    /** Processor time so far. */
    double cpuSeconds() throws IOException {
        double seconds = 0;
        for (ProcessUsage process : processes()) {
            seconds += process.cpuSeconds();
        }
        return seconds;
    }

    /** Its own and those that it started. */
    private List<ProcessUsage> processes() {
        return Stream.concat(
                        Stream.of(process.pid()),
                        ProcessHandle.of(process.pid()).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .map(ProcessUsage::new)
                .toList();
    }

    /** The most that was noted, in MiB. */
    double mostMemory() {
        return mostMemory / 1024.0;
    }

    @Override
    public void close() {
        process.close();
    }
}
