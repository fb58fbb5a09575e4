import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures what functions take from nothing, as native executables and on the JVM, in turn. scripts/bench/cold-start runs
 * it, and its --help tells the settings.
 */
final class BenchColdStart {

    /** Until an executable has given back what it took to answer them. */
    private static final Duration AFTER_PROBES = Duration.ofSeconds(1);

    private final int rounds = whole("ROUNDS", 20);
    private final int loads = Math.min(rounds, whole("LOADS", rounds));
    private final int requests = whole("REQUESTS", 10_000);
    private final int connections = whole("CONNECTIONS", 4);
    private final int settle = whole("SETTLE_SECONDS", 5);
    private final int idle = whole("IDLE_SECONDS", 20);
    private final Path kept;
    private final Path logs;

    /** The figures that medians are taken of. */
    private enum Figure {
        HEALTH,
        READY,
        STARTED,
        IDLE,
        IDLE_ANONYMOUS,
        IDLE_FILES,
        PROBED,
        LOADED,
        IDLE_AGAIN,
        CPU_IDLE,
        CPU_A_REQUEST,
        REFUSED
    }

    private BenchColdStart(Path kept) {
        this.kept = kept;
        this.logs = kept.resolve("log");
    }

    /**
     * @param args the folder of what the scripts keep, then {@code <name>=<executable>} for each function, with
     *     {@code :<file>} for each file that belongs beside it
     */
    public static void main(String[] args) {
        try {
            new BenchColdStart(Path.of(args[0])).run(List.of(args).subList(1, args.length));
            System.exit(0);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("scripts/bench/cold-start: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    private void run(List<String> executables) throws IOException, InterruptedException {
        System.out.printf("%s%nLoad before: %s%n%n", machine(), load());
        System.out.printf(
                Locale.ROOT,
                "| function | | start to /health, ms | from – to | to ready, ms "
                        + "| RSS when ready, MiB | RSS idle, MiB | its own | pages of files | right after probes, MiB "
                        + "| RSS after %,d requests, MiB | RSS idle again, MiB | CPU idle, millicores | CPU a request, µs | not answered "
                        + "| size, MB | compressed, MB | dependencies |%n",
                requests);
        System.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        Map<String, List<LabellingDay.Memory>> memory = new LinkedHashMap<>();
        for (String named : executables) {
            String[] parts = named.split("=", 2);
            List<Path> files = Stream.of(parts[1].split(File.pathSeparator)).map(Path::of).toList();
            memory.put(parts[0], function(parts[0], files));
        }
        System.out.printf(
                "%nMedians of %d starts; of memory after the load and of processor time, %d. Load after: %s%n%n",
                rounds, loads, load());
        if (loads > 0) {
            new LabellingDay().print(memory);
        }
    }

    /** Prints its lines, and gives what it takes of memory, natively and on the JVM. */
    private List<LabellingDay.Memory> function(String name, List<Path> executable)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(kept.resolve("cold-start"));
        try (Subject subject = Subject.of(name, kept)) {
            Variant jvm =
                    Variant.jvm(subject, name, kept.resolve(name + "-aot.jar"), folder, logs.resolve("cold-start-training.log"));
            List<Variant> variants = List.of(Variant.nativeExecutable(name, executable), jvm);
            List<Map<Figure, List<Double>>> figures = List.of(new EnumMap<>(Figure.class), new EnumMap<>(Figure.class));
            for (int round = 0; round < rounds; round++) {
                // each of the two is first as often as the other
                for (int turn : round % 2 == 0 ? List.of(0, 1) : List.of(1, 0)) {
                    measure(subject, variants.get(turn), round < loads, figures.get(turn));
                }
                System.err.printf("%s: round %d of %d%n", name, round + 1, rounds);
            }
            long dependencies = Variant.dependencies(folder.resolve(name));
            for (int i = 0; i < variants.size(); i++) {
                System.out.println(line(variants.get(i), figures.get(i), dependencies));
            }
            return figures.stream()
                    .map(of -> new LabellingDay.Memory(median(of, Figure.LOADED), median(of, Figure.IDLE_AGAIN)))
                    .toList();
        }
    }

    private void measure(Subject subject, Variant variant, boolean withLoad, Map<Figure, List<Double>> figures)
            throws IOException, InterruptedException {
        Path log = logs.resolve("cold-start-%s-%s.log".formatted(variant.function(), variant.kind()));
        Files.deleteIfExists(log);
        variant.read();
        try (FunctionProcess process =
                FunctionProcess.launch(variant.function(), variant.program(), log, subject.settings())) {
            add(figures, Figure.HEALTH, FirstAnswer.of(process, "/health") / 1e6);
            add(figures, Figure.READY, FirstAnswer.of(process, "/actuator/health/readiness") / 1e6);
            ProcessUsage usage = new ProcessUsage(process.pid());
            add(figures, Figure.STARTED, usage.memory().all() / 1024.0);
            Thread.sleep(Duration.ofSeconds(settle));
            Probes probes = new Probes(process);
            probes.send();
            add(figures, Figure.PROBED, usage.memory().all() / 1024.0);
            Thread.sleep(AFTER_PROBES);
            ProcessUsage.Memory memory = usage.memory();
            add(figures, Figure.IDLE, memory.all() / 1024.0);
            add(figures, Figure.IDLE_ANONYMOUS, memory.anonymous() / 1024.0);
            add(figures, Figure.IDLE_FILES, memory.files() / 1024.0);
            if (withLoad) {
                double begin = usage.cpuSeconds();
                probes.sendFor(Duration.ofSeconds(idle));
                double between = usage.cpuSeconds();
                int refused = new Load(subject, process, connections).send(requests);
                double end = usage.cpuSeconds();
                add(figures, Figure.CPU_IDLE, (between - begin) / idle * 1e3);
                add(figures, Figure.CPU_A_REQUEST, (end - between) / requests * 1e6);
                add(figures, Figure.REFUSED, refused);
                add(figures, Figure.LOADED, usage.memory().all() / 1024.0);
                Thread.sleep(Duration.ofSeconds(settle));
                probes.send();
                Thread.sleep(AFTER_PROBES);
                add(figures, Figure.IDLE_AGAIN, usage.memory().all() / 1024.0);
            }
        }
    }

    private String line(Variant variant, Map<Figure, List<Double>> figures, long dependencies) throws IOException {
        List<Double> starts = figures.get(Figure.HEALTH);
        return String.format(
                Locale.ROOT,
                "| %s | %s | **%.1f** | %.1f – %.1f | %.1f | %.1f | **%.1f** | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f | %.1f | %s | %d |",
                variant.function(),
                variant.kind(),
                median(figures, Figure.HEALTH),
                starts.stream().min(Double::compare).orElseThrow(),
                starts.stream().max(Double::compare).orElseThrow(),
                median(figures, Figure.READY),
                median(figures, Figure.STARTED),
                median(figures, Figure.IDLE),
                median(figures, Figure.IDLE_ANONYMOUS),
                median(figures, Figure.IDLE_FILES),
                median(figures, Figure.PROBED),
                median(figures, Figure.LOADED),
                median(figures, Figure.IDLE_AGAIN),
                median(figures, Figure.CPU_IDLE),
                median(figures, Figure.CPU_A_REQUEST),
                median(figures, Figure.REFUSED),
                variant.size() / 1e6,
                compressed(variant),
                dependencies);
    }

    /** Of its image, where there is one of this executable; else of its files. */
    private String compressed(Variant variant) throws IOException {
        Path image = kept.resolve("images").resolve(variant.function() + ".tar");
        boolean isOfIt = variant.kind().equals("native")
                && Files.exists(image)
                && Files.getLastModifiedTime(image)
                                .compareTo(Files.getLastModifiedTime(variant.files().getFirst()))
                        > 0;
        return isOfIt
                ? String.format(Locale.ROOT, "%.1f (image)", Files.size(image) / 1e6)
                : String.format(Locale.ROOT, "%.1f", variant.compressed() / 1e6);
    }

    private static void add(Map<Figure, List<Double>> figures, Figure figure, double value) {
        figures.computeIfAbsent(figure, _ -> new ArrayList<>()).add(value);
    }

    /** NaN where nothing was measured. */
    private static double median(Map<Figure, List<Double>> figures, Figure figure) {
        List<Double> sorted =
                figures.getOrDefault(figure, List.of()).stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String machine() throws IOException, InterruptedException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("processor");
        return String.format(
                Locale.ROOT,
                "%d cores of %s; Linux %s; Java %s. Starting a program that does nothing takes this measurement %.1f ms, which "
                        + "are in each start.",
                Runtime.getRuntime().availableProcessors(),
                processor,
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                start());
    }

    /** Milliseconds from before the fork until the program runs. */
    private static double start() throws IOException, InterruptedException {
        Map<Figure, List<Double>> times = new EnumMap<>(Figure.class);
        for (int i = 0; i < 20; i++) {
            long begin = System.nanoTime();
            Process nothing = new ProcessBuilder("true").start();
            add(times, Figure.HEALTH, (System.nanoTime() - begin) / 1e6);
            nothing.waitFor();
        }
        return median(times, Figure.HEALTH);
    }

    private static String load() throws IOException {
        return String.join(" ", List.of(Files.readString(Path.of("/proc/loadavg")).split(" ")).subList(0, 3));
    }

    private static int whole(String setting, int otherwise) {
        return Integer.parseInt(Environment.setting(setting, String.valueOf(otherwise)));
    }
}
