import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An embedded PostgreSQL with the sink's schema, empty at first. */
final class Database implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    /**
     * Starts one and waits until it has its schema.
     *
     * @param local jar of functions/local
     * @param folder for what it keeps; what is there is deleted
     */
    Database(Path local, Path folder) throws IOException, InterruptedException {
        Trees.delete(folder);
        Files.createDirectories(folder);
        this.port = FunctionProcess.freePort();
        Path log = folder.resolve("database.log");
        this.process = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx192m",
                        "-jar",
                        local.toString(),
                        "--folder=" + folder.toAbsolutePath(),
                        "--database-only=" + port))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        boolean there = Eventually.comes(
                START, () -> !process.isAlive() || Files.exists(folder.resolve("run.properties")));
        if (!there || !process.isAlive()) {
            close();
            throw new IOException("PostgreSQL does not start; what it said is in " + log);
        }
    }

    /** As {@code DATABASE_URL} has it. */
    String url() {
        return "postgresql://oceanid@127.0.0.1:%d/oceanid".formatted(port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
