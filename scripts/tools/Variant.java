import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A way to run a function.
 *
 * @param program the command
 * @param files what it is made of
 */
record Variant(String function, String kind, List<String> program, List<Path> files) {

    private static final int TRAINING = 200;

    /** @param files the executable, and what belongs beside it */
    static Variant nativeExecutable(String function, List<Path> files) {
        return new Variant(function, "native", List.of(files.getFirst().toAbsolutePath().toString()), files);
    }

    /**
     * On the JVM this runs on, as quick to start as it gets: unpacked, by what Spring did ahead of time, with a cache of
     * classes and profiles of a run that is made here, and with the plain collector and compiler.
     *
     * @param jar that has what Spring did ahead of time
     * @param folder for what is unpacked
     */
    static Variant jvm(Subject subject, String function, Path jar, Path folder, Path log)
            throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        Path unpacked = folder.resolve(function);
        Process extraction = new ProcessBuilder(
                        java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", unpacked.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        if (extraction.waitFor() != 0) {
            throw new IOException(jar + " cannot be unpacked; see " + log);
        }
        Path cache = folder.resolve(function + ".aot");
        Files.deleteIfExists(cache);
        List<String> common = List.of(
                "-Dspring.aot.enabled=true", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-jar",
                unpacked.resolve(jar.getFileName()).toString());
        List<String> training = new ArrayList<>(List.of(java, "-XX:AOTCacheOutput=" + cache));
        training.addAll(common);
        train(subject, function, training, log);
        if (!Files.exists(cache)) {
            throw new IOException("the JVM made no AOT cache; see " + log);
        }
        // a JVM that cannot use its cache would else go on without
        List<String> program = new ArrayList<>(List.of(java, "-XX:AOTMode=on", "-XX:AOTCache=" + cache));
        program.addAll(common);
        List<Path> files = new ArrayList<>(jars(unpacked));
        files.add(cache);
        return new Variant(function, "JVM", program, files);
    }

    /** Has the system's cache hold all its files, as after a start just before, whatever it has dropped since. */
    void read() throws IOException {
        for (Path file : files) {
            try (InputStream content = Files.newInputStream(file)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static void train(Subject subject, String function, List<String> program, Path log)
            throws IOException, InterruptedException {
        try (FunctionProcess process = FunctionProcess.launch(function, program, log, subject.settings())) {
            process.awaitHealth();
            process.awaitReadiness();
            new Load(subject, process, 1).send(TRAINING);
            process.stop(Duration.ofMinutes(10));
        }
    }

    /** In bytes, what is not of the machine. */
    long size() throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }

    /** In bytes, by gzip -9, as registries keep it. */
    long compressed() throws IOException {
        Path packed = Files.createTempFile("cold-start", ".gz");
        try {
            try (OutputStream out = new BufferedOutputStream(new Best(Files.newOutputStream(packed)))) {
                for (Path file : files) {
                    Files.copy(file, out);
                }
            }
            return Files.size(packed);
        } finally {
            Files.delete(packed);
        }
    }

    /** The jars that others made, in a folder and those below. */
    static long dependencies(Path folder) throws IOException {
        long others = 0;
        for (Path jar : jars(folder)) {
            try (JarFile file = new JarFile(jar.toFile())) {
                others += file.stream().noneMatch(entry -> entry.getName().startsWith("io/oceanid/")) ? 1 : 0;
            }
        }
        return others;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static final class Best extends GZIPOutputStream {

        Best(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
