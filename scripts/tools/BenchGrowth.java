import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Measures what an event costs the sink with few and with many annotations in its tables. scripts/bench/growth runs it, and
 * its --help tells the settings.
 */
final class BenchGrowth {

    /** More than an annotation takes with all that hangs on it, write-ahead log included. */
    private static final long BYTES_EACH = 1_600;

    /** Events that do not count: a JVM compiles by how often something was called, however long that took. */
    private final int warmUp = Integer.parseInt(Environment.setting("WARM_UP", "20000"));

    private final Path kept;
    private final List<String> program;
    private final List<Long> levels = Stream.of(
                    Environment.setting("LEVELS", "100000 1000000 10000000").split("\\s+"))
            .map(Long::valueOf)
            .sorted()
            .toList();
    private final int connections = Integer.parseInt(Environment.setting("CONNECTIONS", "16"));
    private final int rounds = Integer.parseInt(Environment.setting("ROUNDS", "5"));
    private final long nanosEach = (long) (Double.parseDouble(Environment.setting("SECONDS_EACH", "5")) * 1e9);

    private BenchGrowth(Path kept, List<String> program) {
        this.kept = kept;
        this.program = program;
    }

    /** @param args the folder of what the scripts keep, the file of the plot, and the native executable, if there is one */
    public static void main(String[] args) {
        Path kept = Path.of(args[0]);
        try {
            new BenchGrowth(kept, args.length > 2 ? List.of(args[2]) : jvm(kept)).run(Path.of(args[1]));
            System.exit(0);
        } catch (IOException | SQLException | IllegalArgumentException e) {
            System.err.println("scripts/bench/growth: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    private static List<String> jvm(Path kept) {
        List<String> program = new ArrayList<>();
        program.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        program.addAll(List.of(Environment.setting("FUNCTION_JVM", "-Xmx256m -XX:+UseSerialGC").split("\\s+")));
        program.addAll(List.of("-jar", kept.resolve("annotations-sink.jar").toString()));
        return program;
    }

    private void run(Path plot) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createDirectories(kept.resolve("bench")).resolve("growth");
        long needed = levels.getLast() * BYTES_EACH;
        if (Files.getFileStore(folder.getParent()).getUsableSpace() < needed) {
            throw new IOException("%d annotations need %d GB of disk, and there are fewer (LEVELS sets others)"
                    .formatted(levels.getLast(), needed / 1_000_000_000));
        }
        Path log = kept.resolve("log/growth-sink.log");
        Files.deleteIfExists(log);
        try (Database database = new Database(kept.resolve("local.jar"), folder)) {
            String url = database.url() + "?sslmode=disable";
            try (Sql sql = new Sql(url);
                    FunctionProcess sink = FunctionProcess.launch("annotations-sink", program, log, Map.of("DATABASE_URL", url))) {
                sink.awaitHealth();
                List<GrowthPoint> points = measure(sql, sink);
                Files.writeString(plot, GrowthPlot.of(points, connections));
            }
        }
        Trees.delete(folder);
    }

    private List<GrowthPoint> measure(Sql sql, FunctionProcess sink) throws IOException, InterruptedException, SQLException {
        AnnotationRows rows = new AnnotationRows(sql);
        List<GrowthPoint> points = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(7);
        long first = System.currentTimeMillis() / 1000 * 1_000_000_000;
        AnnotationEvents events = new AnnotationEvents(
                URI.create(sink.url()),
                first,
                // every second tells of one that is there, anywhere in the tables
                number -> number % 2 == 0 ? number : rows.id(at(random)));
        System.out.println("| annotations | database, GB | events/s | median, ms | p99, ms | least – most of medians |");
        System.out.println("|--:|--:|--:|--:|--:|--:|");
        for (long level : levels) {
            rows.add(Math.max(1, level - AnnotationRows.count(sql)));
            long annotations = AnnotationRows.count(sql);
            double gigabytes = sql.number("select pg_database_size(current_database())") / 1e9;
            List<ClosedLoop.Outcome> outcomes = new ArrayList<>();
            for (long done = events.count(); events.count() - done < warmUp; ) {
                ClosedLoop.run(URI.create(sink.url()), connections, nanosEach, events);
            }
            for (int round = 0; round < rounds; round++) {
                outcomes.add(ClosedLoop.run(URI.create(sink.url()), connections, nanosEach, events));
            }
            GrowthPoint point = GrowthPoint.of(annotations, outcomes);
            points.add(point);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.2f | %.0f | %.2f | %.2f | %.2f – %.2f |%n",
                    annotations, gigabytes, point.eventsASecond(), point.median(), point.p99(), point.least(), point.most());
        }
        long told = events.count();
        long stored = sql.number("select count(*) from oceanid.inbox where id like 'annotations-%-" + first / 1_000_000_000 + "%'");
        System.out.printf(
                "%n%d connections; every second event tells of a new annotation, the others of one that is there. %,d events were sent,"
                        + " and %,d are in the inbox. Medians of %d rounds of %.1f s, after %,d events that do not count.%n",
                connections, told, stored, rounds, nanosEach / 1e9, warmUp);
        if (told != stored) {
            throw new IOException("events are missing");
        }
        return points;
    }

    private static synchronized long at(SplittableRandom random) {
        return random.nextLong();
    }
}
