import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures functions beside plain peers, in turn. scripts/bench/throughput runs it, and its --help tells the settings. */
final class BenchThroughput {

    private final Path kept;
    private final Map<String, String> natives;

    /** @param natives executables by the names of their functions */
    private BenchThroughput(Path kept, Map<String, String> natives) {
        this.kept = kept;
        this.natives = natives;
    }

    /** @param args the folder of what the scripts keep, {@code sink}, {@code adapter} or both, then {@code <name>=<executable>} */
    public static void main(String[] args) {
        try {
            Map<String, String> natives = new HashMap<>();
            List<String> rest = List.of(args).subList(1, args.length);
            rest.stream().filter(arg -> arg.contains("=")).map(arg -> arg.split("=", 2)).forEach(pair -> natives.put(pair[0], pair[1]));
            BenchThroughput bench = new BenchThroughput(Path.of(args[0]), natives);
            if (rest.contains("sink")) {
                new SinkThroughput(bench).run();
            }
            if (rest.contains("adapter")) {
                new AdapterThroughput(bench).run();
            }
            System.exit(0);
        } catch (IOException | SQLException | IllegalArgumentException e) {
            System.err.println("scripts/bench/throughput: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    Path kept() {
        return kept;
    }

    /** A program that scripts/bench/throughput built. */
    String built(String name) {
        return kept.resolve("bench").resolve(name).toAbsolutePath().toString();
    }

    Contender peer(String name, List<String> program, Map<String, String> settings)
            throws IOException, InterruptedException {
        return new Contender(name, true, program, kept.resolve("log"), settings);
    }

    /** A function on the JVM and, where there is one, as native executable. */
    List<Contender> ours(String function, Map<String, String> settings) throws IOException, InterruptedException {
        List<String> jvm = new ArrayList<>();
        jvm.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        jvm.addAll(List.of(Environment.setting("FUNCTION_JVM", "-Xmx256m -XX:+UseSerialGC").split("\\s+")));
        jvm.addAll(List.of("-jar", kept.resolve(function + ".jar").toString()));
        List<Contender> ours = new ArrayList<>();
        ours.add(new Contender(function + ", JVM", false, jvm, kept.resolve("log"), settings));
        if (natives.containsKey(function)) {
            ours.add(new Contender(
                    function + ", native", false, List.of(natives.get(function)), kept.resolve("log"), settings));
        }
        return ours;
    }
}
